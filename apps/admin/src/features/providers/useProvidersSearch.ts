import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/panel/providers');

export type ProvidersSearch = ReturnType<typeof route.useSearch>;

/** What the address of the list says, and how to change a part of it. Another filter starts at the first page. */
export function useProvidersSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    filter: (part: ProvidersSearch, { replace = false } = {}) =>
      void navigate({ search: (now) => ({ ...now, page: undefined, ...part }), replace }),
    clear: () => void navigate({ search: {} }),
  };
}
