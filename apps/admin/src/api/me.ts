import type { inferRouterOutputs } from '@trpc/server';
import { trpc, type AppRouter } from './trpc.js';

type Me = inferRouterOutputs<AppRouter>['auth']['me'];

export const meOptions = { staleTime: 5 * 60_000, meta: { handlesError: true } };

/** The signed-in admin, inside the panel. */
export const useMe = () => trpc.auth.me.useQuery(undefined, meOptions);

/** Whether the signed-in admin may do something, as the server says; the route guard has asked already. */
export function useMay(action: Me['can'][number]): boolean {
  return useMe().data?.can.includes(action) ?? false;
}
