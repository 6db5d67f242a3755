import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';

const page = () => import('../features/keys/MyKeysPage.js');

export const myKeysRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/me/keys',
  beforeLoad: ({ cause }) => ahead(cause, async () => (await page()).prefetchMyKeys()),
  loader: ({ context }) => Promise.all([loadStrings('keys'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'MyKeysPage'),
});
