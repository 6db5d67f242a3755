import { capabilities, modelSortKeys } from '@ai-providers/contracts/names';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import {
  listOf,
  oneOf,
  pageNumber,
  pageSizeChoice,
  priceText,
  publicIdText,
  searchOf,
  searchText,
  slugText,
  sortOf,
  wholeNumber,
} from './search.js';

/** What the address holds; the server's own defaults are not written there. */
const readModels = searchOf({
  search: searchText,
  provider: listOf(slugText),
  capability: listOf(oneOf(capabilities)),
  status: oneOf(['active', 'inactive', 'retired', 'retiredActive']),
  maxIn: priceText,
  maxOut: priceText,
  minContext: wholeNumber,
  maxContext: wholeNumber,
  sort: sortOf(modelSortKeys),
  page: pageNumber,
  pageSize: pageSizeChoice,
  /** The model whose panel is open. */
  model: publicIdText,
});

/** A range that ends before it begins is a broken parameter like any other. */
function modelsSearch(text: Record<string, unknown>) {
  const { maxContext, ...search } = readModels(text);
  const isRange = maxContext !== undefined && maxContext >= (search.minContext ?? 0);
  return { ...search, ...(isRange && { maxContext }) };
}

export const modelsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/models',
  validateSearch: modelsSearch,
  loader: () => loadStrings('models'),
  component: lazyRouteComponent(() => import('../features/models/ModelsPage.js'), 'ModelsPage'),
});
