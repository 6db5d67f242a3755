import { createRoute, redirect } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';

const loader = () => loadStrings('settings', 'frame');

const settingsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile', replace: true });
  },
});

const profileRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/settings/profile',
  loader,
  component: lazyPage(() => import('../features/settings/ProfilePage.js'), 'ProfilePage'),
});

const appearanceRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/settings/appearance',
  loader,
  component: lazyPage(() => import('../features/settings/AppearancePage.js'), 'AppearancePage'),
});

const shortcutsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/settings/shortcuts',
  loader,
  component: lazyPage(() => import('../features/settings/ShortcutsPage.js'), 'ShortcutsPage'),
});

const systemRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/settings/system',
  loader,
  component: lazyPage(() => import('../features/settings/SystemPage.js'), 'SystemPage'),
});

export const settingsRoutes = [settingsRoute, profileRoute, appearanceRoute, shortcutsRoute, systemRoute] as const;
