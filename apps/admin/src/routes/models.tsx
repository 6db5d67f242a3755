import { capability, modelListInput, publicId, slug } from '@ai-providers/contracts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { loadStrings } from '../i18n/index.js';
import { panelRoute } from './panel.js';
import { activeChoice, pageNumber, pageSizeChoice, param, searchText } from './search.js';

/** What the address holds; the server's own defaults are not written there. */
const modelsSearch = z.object({
  search: searchText,
  provider: param(slug),
  capability: param(capability),
  status: activeChoice,
  sort: param(modelListInput.unwrap().shape.sort),
  page: pageNumber,
  pageSize: pageSizeChoice,
  /** The model whose panel is open. */
  model: param(publicId),
});

export const modelsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/models',
  validateSearch: modelsSearch,
  loader: () => loadStrings('models'),
  component: lazyRouteComponent(() => import('../features/models/ModelsPage.js'), 'ModelsPage'),
});
