import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { oneOf, pageNumber, searchOf, searchText } from './search.js';
import { usageParams } from './usage-search.js';

const detailSearch = searchOf({
  ...usageParams,
  tab: oneOf(['connection', 'models', 'key', 'access', 'usage', 'config', 'history']),
  /** Of the admins in the tab `access`. */
  search: searchText,
  page: pageNumber,
});

export const providerDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/$slug',
  validateSearch: detailSearch,
  loader: () => loadStrings('providers', 'provider', 'keys', 'audit', 'usage'),
  component: lazyRouteComponent(() => import('./ProviderDetailRoute.js'), 'ProviderDetailRoute'),
});
