import { createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { RouteError } from './layout/RouteError.js';
import { homeRoute } from './routes/home.js';
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
import { parseSearch, stringifySearch } from './routes/search.js';

const pages = [
  providersRoute,
  providerNewRoute,
  providerDetailRoute,
  modelsRoute,
  modelNewRoute,
  myKeysRoute,
  ...settingsRoutes,
];

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, loginRoute, setupRoute, panelRoute.addChildren(pages)]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // React Query decides what is fresh.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  scrollRestoration: true,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: lazyRouteComponent(() => import('./layout/NotFound.js'), 'NotFound'),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
