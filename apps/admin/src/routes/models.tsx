import { capabilities, modelSortKeys } from '@ai-providers/contracts/names';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import {
  activeChoice,
  oneOf,
  pageNumber,
  pageSizeChoice,
  publicIdText,
  searchOf,
  searchText,
  slugText,
  sortOf,
} from './search.js';

/** What the address holds; the server's own defaults are not written there. */
const modelsSearch = searchOf({
  search: searchText,
  provider: slugText,
  capability: oneOf(capabilities),
  status: activeChoice,
  sort: sortOf(modelSortKeys),
  page: pageNumber,
  pageSize: pageSizeChoice,
  /** The model whose panel is open. */
  model: publicIdText,
});

export const modelsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/models',
  validateSearch: modelsSearch,
  loader: () => loadStrings('models'),
  component: lazyRouteComponent(() => import('../features/models/ModelsPage.js'), 'ModelsPage'),
});
