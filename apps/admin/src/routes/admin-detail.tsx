import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { oneOf, searchOf } from './search.js';

const adminSearch = searchOf({ tab: oneOf(['profile', 'limits', 'access', 'activity']) });

export const adminDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/admins/$id',
  validateSearch: adminSearch,
  loader: () => loadStrings('admins', 'keys', 'settings', 'audit'),
  component: lazyPage(() => import('./admin-detail-page.js'), 'AdminDetailRoute'),
});
