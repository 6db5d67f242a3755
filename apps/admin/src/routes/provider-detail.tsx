import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { param } from './search.js';

export const providerDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/$slug',
  validateSearch: z.object({ tab: param(z.enum(['connection', 'models', 'danger'])) }),
  loader: () => loadStrings('providers'),
  component: lazyRouteComponent(() => import('../features/providers/ProviderDetailPage.js'), 'ProviderDetailPage'),
});
