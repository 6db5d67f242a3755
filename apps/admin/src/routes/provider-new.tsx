import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { searchOf, slugText } from './search.js';

/** `from` is the provider whose copy the form begins with. */
const providerNewSearch = searchOf({ from: slugText });

export const providerNewRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/new',
  validateSearch: providerNewSearch,
  loader: () => loadStrings('providers'),
  component: lazyRouteComponent(() => import('../features/providers/ProviderNewPage.js'), 'ProviderNewPage'),
});
