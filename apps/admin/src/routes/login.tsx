import { createRoute, redirect } from '@tanstack/react-router';
import { isSetupRequired, loadSession } from '../features/session/session.js';
import { loadStrings } from '../i18n/index.js';
import { FullPageError } from '../layout/RouteError.js';
import { lazyPage } from './lazy-page.js';
import { rootRoute } from './root.js';
import { matching, searchOf } from './search.js';

/** A path of this panel. `//host` and `/\host` would lead to another site. */
const ownPath = matching(/^\/(?![/\\]).{0,2000}$/);

const loginSearch = searchOf({ to: ownPath });

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: loginSearch,
  beforeLoad: async ({ search }) => {
    if (await loadSession()) throw redirect({ href: search.to ?? '/', replace: true });
    if (await isSetupRequired()) throw redirect({ to: '/setup', replace: true });
  },
  loader: () => loadStrings('auth'),
  component: lazyPage(() => import('../features/session/LoginPage.js'), 'LoginPage'),
  errorComponent: FullPageError,
});
