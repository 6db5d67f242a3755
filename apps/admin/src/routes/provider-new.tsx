import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';

export const providerNewRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/new',
  loader: () => loadStrings('providers'),
  component: lazyRouteComponent(() => import('../features/providers/ProviderNewPage.js'), 'ProviderNewPage'),
});
