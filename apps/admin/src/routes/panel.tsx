import { createRoute, redirect } from '@tanstack/react-router';
import { isSetupRequired, loadSession } from '../features/session/session.js';
import { loadStrings } from '../i18n/index.js';
import { FullPageError } from '../layout/RouteError.js';
import { lazyPage } from './lazy-page.js';
import { rootRoute } from './root.js';

/** The frame around every page that needs a session. */
export const panelRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'panel',
  beforeLoad: async ({ location }) => {
    if (await loadSession()) return;
    if (await isSetupRequired()) throw redirect({ to: '/setup', replace: true });
    const to = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/login', search: { to }, replace: true });
  },
  loader: () => loadStrings('auth'),
  component: lazyPage(() => import('../layout/PanelLayout.js'), 'PanelLayout'),
  errorComponent: FullPageError,
});
