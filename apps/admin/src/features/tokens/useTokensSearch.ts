import type { TokenListInput, TokenOutput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/panel/tokens');

export interface TokensSearch {
  search?: string;
  owner?: string;
  state?: TokenOutput['state'];
  expiring?: 'soon';
  sort?: TokenListInput['sort'];
  page?: number;
  pageSize?: 25 | 100;
}

/** With what is open on the page. */
export interface TokensAddress extends TokensSearch {
  new?: '1';
}

/** What the address of the list says, and how to change a part of it. Another filter starts at the first page. */
export function useTokensSearch() {
  const { new: isNew, ...search }: TokensAddress = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    /** Whether the form for a new one is open. */
    isMaking: isNew !== undefined,
    filter: (part: TokensSearch, { replace = false } = {}) =>
      void navigate({ search: (now: TokensAddress) => ({ ...now, page: undefined, ...part }), replace }),
    clear: () => void navigate({ search: {} }),
    make: () => void navigate({ search: (now: TokensAddress) => ({ ...now, new: '1' as const }) }),
    stopMaking: ({ ignoreBlocker = false } = {}) =>
      void navigate({ search: (now: TokensAddress) => ({ ...now, new: undefined }), ignoreBlocker }),
  };
}
