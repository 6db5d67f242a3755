import { createRouter } from '@tanstack/react-router';
import { lazyPart } from './components/lazy-part.js';
import { RouteError } from './layout/RouteError.js';
import { adminDetailRoute } from './routes/admin-detail.js';
import { adminsRoute } from './routes/admins.js';
import { auditRoute } from './routes/audit.js';
import { inviteRoute } from './routes/invite.js';
import { dashboardRoute } from './routes/dashboard.js';
import { loginRoute } from './routes/login.js';
import { modelNewRoute } from './routes/model-new.js';
import { modelsRoute } from './routes/models.js';
import { myKeysRoute } from './routes/my-keys.js';
import { panelRoute } from './routes/panel.js';
import { providerDetailRoute } from './routes/provider-detail.js';
import { providerNewRoute } from './routes/provider-new.js';
import { providersRoute } from './routes/providers.js';
import { rootRoute } from './routes/root.js';
import { settingsRoutes } from './routes/settings.js';
import { setupRoute } from './routes/setup.js';
import { tokensRoute } from './routes/tokens.js';
import { usageRoute } from './routes/usage.js';
import { parseSearch, stringifySearch } from './routes/search.js';

const pages = [
  dashboardRoute,
  providersRoute,
  providerNewRoute,
  providerDetailRoute,
  modelsRoute,
  modelNewRoute,
  myKeysRoute,
  adminsRoute,
  adminDetailRoute,
  tokensRoute,
  auditRoute,
  usageRoute,
  ...settingsRoutes,
];

export const router = createRouter({
  routeTree: rootRoute.addChildren([loginRoute, setupRoute, inviteRoute, panelRoute.addChildren(pages)]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // React Query decides what is fresh.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  scrollRestoration: true,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: lazyPart(async () => (await import('./layout/NotFound.js')).NotFound),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
