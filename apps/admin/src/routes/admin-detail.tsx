import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { oneOf, searchOf } from './search.js';

const adminSearch = searchOf({ tab: oneOf(['profile', 'limits', 'access', 'activity']) });

export const adminDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/admins/$id',
  validateSearch: adminSearch,
  loader: () => loadStrings('admins', 'keys', 'settings', 'audit'),
  component: lazyRouteComponent(() => import('./admin-detail-page.js'), 'AdminDetailRoute'),
});
