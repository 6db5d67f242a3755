import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { modelFilters, modelOrder, withRange } from './models-search.js';
import { panelRoute } from './panel.js';
import { oneOf, publicIdText, searchOf } from './search.js';
import { usageParams } from './usage-search.js';

const readDetail = searchOf({
  ...usageParams,
  /** Of the models in their tab; what is searched and the page, also of the admins in the tab `access`. */
  ...modelFilters,
  order: modelOrder,
  /** The model whose panel is open. */
  open: publicIdText,
  tab: oneOf(['connection', 'models', 'key', 'access', 'usage', 'config', 'history']),
});

export type DetailSearch = ReturnType<typeof readDetail>;

export const providerDetailRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/$slug',
  validateSearch: (text: Record<string, unknown>) => withRange(readDetail(text)),
  loader: () => loadStrings('providers', 'provider', 'keys', 'audit', 'usage'),
  component: lazyRouteComponent(() => import('./ProviderDetailRoute.js'), 'ProviderDetailRoute'),
});
