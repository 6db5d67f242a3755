import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { oneOf, searchOf } from './search.js';

const detailSearch = searchOf({ tab: oneOf(['connection', 'models', 'danger']) });

export const providerDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/$slug',
  validateSearch: detailSearch,
  loader: () => loadStrings('providers'),
  component: lazyRouteComponent(() => import('../features/providers/ProviderDetailPage.js'), 'ProviderDetailPage'),
});
