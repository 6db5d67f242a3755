import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router';
import { FullPageError } from '../layout/RouteError.js';

export const rootRoute = createRootRoute({
  notFoundComponent: lazyRouteComponent(() => import('../layout/NotFound.js'), 'FullPageNotFound'),
  errorComponent: FullPageError,
});
