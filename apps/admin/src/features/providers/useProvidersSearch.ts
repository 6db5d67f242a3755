import type { ProviderListInput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/panel/providers');

export interface ProvidersSearch {
  search?: string;
  status?: 'active' | 'inactive';
  sort?: ProviderListInput['sort'];
  page?: number;
  pageSize?: 25 | 100;
}

/** What the address of the list says, and how to change a part of it. Another filter starts at the first page. */
export function useProvidersSearch() {
  const search: ProvidersSearch = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    filter: (part: ProvidersSearch, { replace = false } = {}) =>
      void navigate({ search: (now: ProvidersSearch) => ({ ...now, page: undefined, ...part }), replace }),
    clear: () => void navigate({ search: {} }),
  };
}
