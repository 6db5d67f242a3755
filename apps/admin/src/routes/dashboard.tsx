import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { oneOf, searchOf } from './search.js';

/** Days of the chart; 30 are not written to the address. */
const dashboardSearch = searchOf({ range: oneOf(['7', '90']) });

const page = () => import('./dashboard-page.js');

export const dashboardRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/',
  validateSearch: dashboardSearch,
  beforeLoad: ({ cause }) => ahead(cause, async () => (await page()).prefetchDashboard()),
  loader: ({ context }) => Promise.all([loadStrings('dashboard', 'keys', 'audit'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'DashboardRoute'),
});
