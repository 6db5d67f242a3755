import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { detailSearch } from './detail-search.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';

const page = () => import('./ProviderDetailRoute.js');

export const providerDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/$slug',
  validateSearch: detailSearch,
  beforeLoad: ({ cause, params }) => ahead(cause, async () => (await page()).prefetchProvider(params.slug)),
  loader: ({ context }) =>
    Promise.all([loadStrings('providers', 'provider', 'keys', 'audit', 'usage'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'ProviderDetailRoute'),
});
