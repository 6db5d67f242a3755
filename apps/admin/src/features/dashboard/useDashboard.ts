import { api, trpc } from '../../api/trpc.js';

/** The figures of the page: one cheap query. The page shows a failure itself, and keeps what it had. */
export const useDashboard = () => trpc.system.dashboard.useQuery(undefined, { meta: { handlesError: true } });

/** Asks for the figures before the page is there. */
export const prefetchDashboard = () => api.system.dashboard.prefetch();

/** Asks for everything on the page again. */
export function useRefresh(): () => void {
  const utils = trpc.useUtils();
  return () => {
    void utils.system.dashboard.invalidate();
    void utils.usage.series.invalidate();
    void utils.audit.list.invalidate();
  };
}
