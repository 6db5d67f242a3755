import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { isSetupRequired, loadSession } from '../features/session/session.js';
import { loadStrings } from '../i18n/index.js';
import { FullPageError } from '../layout/RouteError.js';
import { rootRoute } from './root.js';
import { param } from './search.js';

/** A path of this panel. `//host` and `/\host` would lead to another site. */
const ownPath = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])/);

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: z.object({ next: param(ownPath) }),
  beforeLoad: async ({ search }) => {
    if (await loadSession()) throw redirect({ href: search.next ?? '/providers', replace: true });
    if (await isSetupRequired()) throw redirect({ to: '/setup', replace: true });
  },
  loader: () => loadStrings('auth'),
  component: lazyRouteComponent(() => import('../features/session/LoginPage.js'), 'LoginPage'),
  errorComponent: FullPageError,
});
