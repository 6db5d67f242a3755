import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isSetupRequired } from '../features/session/session.js';
import { loadStrings } from '../i18n/index.js';
import { FullPageError } from '../layout/RouteError.js';
import { rootRoute } from './root.js';

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: async () => {
    if (!(await isSetupRequired())) throw redirect({ to: '/login', replace: true });
  },
  loader: () => loadStrings('auth'),
  component: lazyRouteComponent(() => import('../features/setup/SetupPage.js'), 'SetupPage'),
  errorComponent: FullPageError,
});
