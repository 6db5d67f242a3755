import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { panelRoute } from './panel.js';

export const myKeysRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/me/keys',
  beforeLoad: ({ cause }) =>
    ahead(cause, async () => (await import('../features/keys/MyKeysPage.js')).prefetchMyKeys()),
  loader: ({ context }) => Promise.all([loadStrings('keys'), soon(context.firstAnswer)]),
  component: lazyRouteComponent(() => import('../features/keys/MyKeysPage.js'), 'MyKeysPage'),
});
