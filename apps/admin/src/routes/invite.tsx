import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { FullPageError } from '../layout/RouteError.js';
import { lazyPage } from './lazy-page.js';
import { rootRoute } from './root.js';

/** Open to whoever has a link: its secret stands behind the `#`. */
export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite',
  loader: () => loadStrings('auth'),
  component: lazyPage(() => import('../features/invite/InvitePage.js'), 'InvitePage'),
  errorComponent: FullPageError,
});
