import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { lazyPage } from './lazy-page.js';
import { modelFilters, modelOrder, withRange } from './models-search.js';
import { panelRoute } from './panel.js';
import { listOf, pageSizeChoice, publicIdText, searchOf, slugText } from './search.js';

/** What the address holds; the server's own defaults are not written there. */
const readModels = searchOf({
  ...modelFilters,
  provider: listOf(slugText),
  sort: modelOrder,
  pageSize: pageSizeChoice,
  /** The model whose panel is open. */
  model: publicIdText,
});

const page = () => import('../features/models/ModelsPage.js');

export const modelsRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/models',
  validateSearch: (text: Record<string, unknown>) => withRange(readModels(text)),
  beforeLoad: ({ cause, search }) => ahead(cause, async () => (await page()).prefetchModels(search)),
  loader: ({ context }) => Promise.all([loadStrings('models'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'ModelsPage'),
});
