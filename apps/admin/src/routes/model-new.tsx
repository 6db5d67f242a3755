import { slug } from '@ai-providers/contracts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { param } from './search.js';

export const modelNewRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/models/new',
  validateSearch: z.object({ provider: param(slug) }),
  loader: () => loadStrings('models'),
  component: lazyRouteComponent(() => import('../features/models/ModelNewPage.js'), 'ModelNewPage'),
});
