import type { OnUsageSearch, UsageBy, UsageSearch } from './usage-search.js';
import { usageBys } from './usage-search.js';
import type { UsageFilters } from './useUsage.js';

/** What every part of a report is given. */
export interface Report {
  search: UsageSearch;
  onSearch: OnUsageSearch;
  filters: UsageFilters;
  /** The report is one provider's, wherever the address leads. */
  isOfProvider: boolean;
  /** Whether others' requests may be asked for. */
  seesOthers: boolean;
  by: UsageBy;
  /** What it can be taken apart by. */
  bys: readonly UsageBy[];
}

/** By what a report can be taken apart: not by what it is narrowed to by its place. */
export function bysOf({ isOfProvider, seesOthers }: Pick<Report, 'isOfProvider' | 'seesOthers'>): UsageBy[] {
  return usageBys.filter((by) => (by !== 'provider' || !isOfProvider) && (by !== 'admin' || seesOthers));
}
