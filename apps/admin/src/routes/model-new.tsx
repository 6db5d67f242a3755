import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { publicIdText, searchOf, slugText } from './search.js';

const newModelSearch = searchOf({
  provider: slugText,
  /** The model that the new one begins as a copy of. */
  from: publicIdText,
});

export const modelNewRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/models/new',
  validateSearch: newModelSearch,
  loader: () => loadStrings('models'),
  component: lazyPage(() => import('../features/models/ModelNewPage.js'), 'ModelNewPage'),
});
