import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';

export const myKeysRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/me/keys',
  loader: () => loadStrings('keys'),
  component: lazyRouteComponent(() => import('../features/keys/MyKeysPage.js'), 'MyKeysPage'),
});
