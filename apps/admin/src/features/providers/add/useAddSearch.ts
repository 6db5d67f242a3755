import { getRouteApi } from '@tanstack/react-router';
import type { Group } from './pick.js';

const route = getRouteApi('/panel/providers/new');

export interface AddSearch {
  step?: 'connect' | 'models';
  /** A known provider, or `custom`. */
  kind?: string;
  /** The provider whose copy the form begins with. */
  from?: string;
  search?: string;
  group?: Group;
}

/** The step that the address says, and the way to another: each is a page of the browser's history. */
export function useAddSearch() {
  const search: AddSearch = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    go: (next: AddSearch, { replace = false } = {}) => void navigate({ search: next, replace }),
  };
}
