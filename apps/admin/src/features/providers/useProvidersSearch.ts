import type { ProviderFilter, ProviderListInput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/panel/providers');

export interface ProvidersSearch {
  search?: string;
  status?: 'active' | 'inactive';
  key?: ProviderFilter['keyState'];
  /** Who may use the shared key. */
  shared?: 'everybody' | 'super';
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

/** The filter of an address as the server takes it; `{}` for all. */
export function filterOf({ search, status, key, shared }: ProvidersSearch): ProviderFilter {
  return {
    ...(search !== undefined && { search }),
    ...(status && { isActive: status === 'active' }),
    ...(key && { keyState: key }),
    ...(shared && { sharedForNormalAdmins: shared === 'everybody' }),
  };
}

export const isFiltered = (search: ProvidersSearch): boolean => Object.keys(filterOf(search)).length > 0;

/** How many rows stand on a page, and how many before it. */
export function pageOf({ page = 1, ...search }: ProvidersSearch) {
  const pageSize = search.pageSize ?? 50;
  return { page, pageSize, before: (page - 1) * pageSize };
}
