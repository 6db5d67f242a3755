import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { FullPageError } from '../layout/RouteError.js';
import { rootRoute } from './root.js';

/** Open to whoever has a link: its secret stands behind the `#`. */
export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite',
  loader: () => loadStrings('auth'),
  component: lazyRouteComponent(() => import('../features/invite/InvitePage.js'), 'InvitePage'),
  errorComponent: FullPageError,
});
