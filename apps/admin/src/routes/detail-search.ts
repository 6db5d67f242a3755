import { modelFilters, modelOrder, withRange } from './models-search.js';
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

/** What the address of a provider's page holds. */
export const detailSearch = (text: Record<string, unknown>): DetailSearch => withRange(readDetail(text));
