import { api, trpc } from '../../api/trpc.js';

/** The caller's standing with every active provider. */
export const useMyKeys = () => trpc.settings.mine.useQuery();

/** Asks for it before the page of the panel is there. */
export const prefetchMyKeys = () => api.settings.mine.prefetch();

/** The caller's decision, or that of another admin. Asked anew each time: keys and switches change elsewhere too. */
export const useExplanation = (provider: string, admin?: string) =>
  trpc.keys.explain.useQuery({ provider, ...(admin !== undefined && { admin }) }, { staleTime: 0 });
