import type { AdminFilter, AdminListInput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/panel/admins');

export interface AdminsSearch {
  search?: string;
  role?: AdminFilter['role'];
  state?: AdminFilter['state'];
  /** Whether a limit is nearly used up. */
  near?: 'yes' | 'no';
  sort?: AdminListInput['sort'];
  page?: number;
  pageSize?: 25 | 100;
}

/** What the address of the list says, and how to change a part of it. Another filter starts at the first page. */
export function useAdminsSearch() {
  const search: AdminsSearch = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    filter: (part: AdminsSearch, { replace = false } = {}) =>
      void navigate({ search: (now: AdminsSearch) => ({ ...now, page: undefined, ...part }), replace }),
    clear: () => void navigate({ search: {} }),
  };
}

/** The filter of an address as the server takes it; `{}` for all. */
export function filterOf({ search, role, state, near }: AdminsSearch): AdminFilter {
  return {
    ...(search !== undefined && { search }),
    ...(role && { role }),
    ...(state && { state }),
    ...(near && { nearLimit: near === 'yes' }),
  };
}

export const isFiltered = (search: AdminsSearch): boolean => Object.keys(filterOf(search)).length > 0;

export function pageOf({ page = 1, pageSize }: AdminsSearch): { page: number; pageSize: number } {
  return { page, pageSize: pageSize ?? 50 };
}
