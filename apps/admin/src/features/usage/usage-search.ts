import type { IsoDate } from '../../components/iso-date.js';

export const usageRanges = ['today', '7d', '30d', 'month', 'last-month', 'custom'] as const;
export type RangeName = (typeof usageRanges)[number];
/** What a report can be taken apart by; the first that fits is not written to the address. */
export const usageBys = ['provider', 'model', 'admin', 'keySource'] as const;
export type UsageBy = (typeof usageBys)[number];
export const usageSortKeys = [
  'name',
  'requests',
  'errors',
  'inputTokens',
  'outputTokens',
  'cost',
  'latencyP50Ms',
  'latencyP95Ms',
] as const;
export type UsageSortKey = (typeof usageSortKeys)[number];
export const usageViews = ['requests'] as const;

/** What the address says. Absent is the last 30 days of everything. */
export interface UsageSearch {
  range?: RangeName;
  /** Both days are counted. For `custom` alone. */
  from?: IsoDate;
  to?: IsoDate;
  grain?: 'hour' | 'day' | 'month';
  provider?: string;
  model?: string;
  admin?: string;
  keySource?: 'shared' | 'personal';
  outcome?: 'ok' | 'error' | 'expired' | 'open';
  by?: UsageBy;
  sort?: UsageSortKey | `-${UsageSortKey}`;
  view?: (typeof usageViews)[number];
}

/** Changes a part of the address; undefined takes it out. */
export type OnUsageSearch = (part: { [Name in keyof UsageSearch]?: UsageSearch[Name] | undefined }) => void;
