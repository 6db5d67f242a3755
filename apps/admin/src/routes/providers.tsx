import { providerListInput } from '@ai-providers/contracts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { activeChoice, pageNumber, pageSizeChoice, param, searchText } from './search.js';

/** What the address holds; the server's own defaults are not written there. */
const providersSearch = z.object({
  search: searchText,
  status: activeChoice,
  sort: param(providerListInput.unwrap().shape.sort),
  page: pageNumber,
  pageSize: pageSizeChoice,
});

export const providersRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers',
  validateSearch: providersSearch,
  loader: () => loadStrings('providers'),
  component: lazyRouteComponent(() => import('../features/providers/ProvidersPage.js'), 'ProvidersPage'),
});
