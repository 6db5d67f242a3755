import type { inferRouterOutputs } from '@trpc/server';
import { api, trpc, type AppRouter } from './trpc.js';

type Me = inferRouterOutputs<AppRouter>['auth']['me'];

export const meOptions = { staleTime: 5 * 60_000, meta: { handlesError: true } };

/** The signed-in admin, inside the panel. */
export const useMe = () => trpc.auth.me.useQuery(undefined, meOptions);

/** Whether the signed-in admin may do something, as the server said; for what is asked before a page is there. */
export function may(action: Me['can'][number]): boolean {
  return api.auth.me.getData()?.can.includes(action) ?? false;
}

/** Whether the signed-in admin may do something, as the server says; the route guard has asked already. */
export function useMay(action: Me['can'][number]): boolean {
  return useMe().data?.can.includes(action) ?? false;
}
