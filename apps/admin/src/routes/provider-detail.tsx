import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { detailSearch } from './detail-search.js';
import { panelRoute } from './panel.js';

export const providerDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/$slug',
  validateSearch: detailSearch,
  loader: () => loadStrings('providers', 'provider', 'keys', 'audit', 'usage'),
  component: lazyRouteComponent(() => import('./ProviderDetailRoute.js'), 'ProviderDetailRoute'),
});
