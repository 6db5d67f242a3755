import { usageBys, usageRanges, usageSortKeys, usageViews } from '../features/usage/usage-search.js';
import { dateText, matching, oneOf, publicIdText, searchOf, slugText, sortOf } from './search.js';

/** What the address of a report on usage holds, on a page of its own or in a provider's. */
export const usageParams = {
  range: oneOf(usageRanges),
  from: dateText,
  to: dateText,
  grain: oneOf(['hour', 'day', 'month']),
  provider: slugText,
  model: matching(/^[^\s].{0,198}[^\s]$|^[^\s]$/),
  admin: publicIdText,
  keySource: oneOf(['shared', 'personal']),
  outcome: oneOf(['ok', 'error', 'expired', 'open']),
  by: oneOf(usageBys),
  sort: sortOf(usageSortKeys),
  view: oneOf(usageViews),
};

export const usageSearch = searchOf(usageParams);
