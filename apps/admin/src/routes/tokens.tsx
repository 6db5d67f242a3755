import { tokenSortKeys, tokenStates } from '@ai-providers/contracts/names';
import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { oneOf, pageNumber, pageSizeChoice, publicIdText, searchOf, searchText, sortOf } from './search.js';

/** What the address holds; the server's own defaults are not written there. */
const tokensSearch = searchOf({
  search: searchText,
  owner: publicIdText,
  state: oneOf(tokenStates),
  expiring: oneOf(['soon']),
  sort: sortOf(tokenSortKeys),
  page: pageNumber,
  pageSize: pageSizeChoice,
  /** The form for a new one is open. */
  new: oneOf(['1']),
});

const page = () => import('../features/tokens/TokensPage.js');

export const tokensRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/tokens',
  validateSearch: tokensSearch,
  beforeLoad: ({ cause, search }) => ahead(cause, async () => (await page()).prefetchTokens(search)),
  loader: ({ context }) => Promise.all([loadStrings('tokens'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'TokensPage'),
});
