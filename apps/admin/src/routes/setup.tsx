import { createRoute, redirect } from '@tanstack/react-router';
import { isSetupRequired, loadSession } from '../features/session/session.js';
import { loadStrings } from '../i18n/index.js';
import { FullPageError } from '../layout/RouteError.js';
import { lazyPage } from './lazy-page.js';
import { rootRoute } from './root.js';
import { oneOf, searchOf } from './search.js';

const setupSearch = searchOf({ step: oneOf(['check', 'owner', 'look', 'provider']) });

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: setupSearch,
  beforeLoad: async ({ search: { step } }) => {
    const comesAfter = step === 'look' || step === 'provider';
    if (comesAfter && (await loadSession())?.can.includes('providers.create')) return;
    if (!(await isSetupRequired())) throw redirect({ to: '/login', replace: true });
    if (comesAfter) throw redirect({ to: '/setup', replace: true });
  },
  loader: () => loadStrings('setup'),
  component: lazyPage(() => import('../features/setup/SetupPage.js'), 'SetupPage'),
  errorComponent: FullPageError,
});
