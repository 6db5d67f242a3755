import { createRootRoute } from '@tanstack/react-router';
import { FullPageError } from '../layout/RouteError.js';
import { lazyPage } from './lazy-page.js';

export const rootRoute = createRootRoute({
  notFoundComponent: lazyPage(() => import('../layout/NotFound.js'), 'FullPageNotFound'),
  errorComponent: FullPageError,
});
