import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';

export const providerDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/$slug',
  loader: () => loadStrings('providers'),
  component: lazyRouteComponent(() => import('../features/providers/ProviderDetailPage.js'), 'ProviderDetailPage'),
});
