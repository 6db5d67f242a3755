import { catalogueGroups } from '@ai-providers/contracts/names';
import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { oneOf, searchOf, searchText, slugText } from './search.js';

const providerNewSearch = searchOf({
  step: oneOf(['connect', 'models']),
  /** A known provider, or `custom`. */
  kind: slugText,
  /** The provider whose copy the form begins with. */
  from: slugText,
  search: searchText,
  group: oneOf([...catalogueGroups, 'all']),
});

export const providerNewRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/providers/new',
  validateSearch: providerNewSearch,
  loader: () => loadStrings('providers', 'catalogue', 'models'),
  component: lazyPage(() => import('../features/providers/add/NewProviderPage.js'), 'NewProviderPage'),
});
