import { keyStates, providerSortKeys } from '@ai-providers/contracts/names';
import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { activeChoice, oneOf, pageNumber, pageSizeChoice, searchOf, searchText, sortOf } from './search.js';

/** What the address holds; the server's own defaults are not written there. */
const providersSearch = searchOf({
  search: searchText,
  status: activeChoice,
  key: oneOf(keyStates),
  /** Who may use the shared key. */
  shared: oneOf(['everybody', 'super']),
  sort: sortOf(providerSortKeys),
  page: pageNumber,
  pageSize: pageSizeChoice,
});

const page = () => import('../features/providers/ProvidersPage.js');

export const providersRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers',
  validateSearch: providersSearch,
  beforeLoad: ({ cause, search }) => ahead(cause, async () => (await page()).prefetchProviders(search)),
  loader: ({ context }) => Promise.all([loadStrings('providers'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'ProvidersPage'),
});
