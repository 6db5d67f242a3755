import { createRoute } from '@tanstack/react-router';
import { loadStrings } from '../i18n/index.js';
import { ahead, soon } from './ahead.js';
import { lazyPage } from './lazy-page.js';
import { panelRoute } from './panel.js';
import { dateText, matching, oneOf, publicIdText, searchOf } from './search.js';

const auditSearch = searchOf({
  actor: publicIdText,
  /** One action, or a group of them. */
  event: matching(/^[a-z_]+(\.[a-z_]+)?$/),
  /** The kind of record, and one record. */
  type: matching(/^[a-z_]{1,50}$/),
  target: publicIdText,
  via: oneOf(['session', 'token', 'system']),
  /** Days, both of them included. */
  from: dateText,
  to: dateText,
  zone: oneOf(['utc']),
  /** The entry whose panel is open. */
  entry: matching(/^[1-9]\d{0,17}$/),
});

const page = () => import('../features/audit/AuditPage.js');

export const auditRoute = createRoute({
  getParentRoute: () => panelRoute,
  path: '/audit',
  validateSearch: auditSearch,
  beforeLoad: ({ cause, search }) => ahead(cause, async () => (await page()).prefetchEntries(search)),
  loader: ({ context }) => Promise.all([loadStrings('audit'), soon(context.firstAnswer)]),
  component: lazyPage(page, 'AuditPage'),
});
