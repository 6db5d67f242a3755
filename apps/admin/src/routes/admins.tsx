import { adminSortKeys, adminStates, roles } from '@ai-providers/contracts/names';
import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { oneOf, pageNumber, pageSizeChoice, searchOf, searchText, sortOf } from './search.js';

const adminsSearch = searchOf({
  search: searchText,
  role: oneOf(roles),
  state: oneOf(adminStates),
  /** Whether a limit is nearly used up. */
  near: oneOf(['yes', 'no']),
  sort: sortOf(adminSortKeys),
  page: pageNumber,
  pageSize: pageSizeChoice,
});

const page = () => import('../features/admins/AdminsPage.js');

export const adminsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/admins',
  validateSearch: adminsSearch,
  beforeLoad: ({ cause, search }) => ahead(cause, async () => (await page()).prefetchAdmins(search)),
  loader: ({ context }) => Promise.all([loadStrings('admins'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'AdminsPage'),
});
