import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { usageSearch } from './usage-search.js';

export const usageRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/usage',
  validateSearch: usageSearch,
  loader: () => loadStrings('usage'),
  component: lazyPage(() => import('../features/usage/UsagePage.js'), 'UsagePage'),
});
