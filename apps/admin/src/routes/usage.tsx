import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { usageSearch } from './usage-search.js';

export const usageRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/usage',
  validateSearch: usageSearch,
  loader: () => loadStrings('usage'),
  component: lazyRouteComponent(() => import('../features/usage/UsagePage.js'), 'UsagePage'),
});
