import type { UsageSummaryInput } from '@ai-providers/contracts';
import { QueryTypes, type Sequelize } from 'sequelize';
import { latencyPercentile } from './latency.js';
import { cellsSql } from './usage-cells-sql.js';
import { boundsOf, type UsageGrain, type UsageRange } from './usage-range.js';
import type { UsageFilter, UsageView } from './usage-view.js';

interface Asked {
  range: UsageRange;
  /** Null for one bucket of the whole range. */
  grain: UsageGrain | null;
  groupBy: UsageSummaryInput['groupBy'];
  /** Groups by themselves; the others are folded into one. */
  maxGroups: number;
  filter: UsageFilter;
  view: UsageView;
}

/** Sums, whole numbers and decimals as strings. Null in the total of no requests at all. */
export interface UsageSums {
  requests: string | null;
  errors: string | null;
  inputTokens: string | null;
  outputTokens: string | null;
  cost: string | null;
  averageLatencyMs: number | null;
  /** Estimates, by `latencyPercentile`; of the requests since latencies are counted in buckets. */
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
}

/** The sums of one group in one bucket. */
export interface UsageCell extends UsageSums {
  bucket: Date;
  /** By the number of requests in the whole range, counted from 1; beyond `maxGroups` for the folded ones. */
  place: number;
  key: string | null;
  provider: string | null;
  label: string | null;
}

interface Total extends UsageSums {
  place: null;
  /** How many groups there are in all. */
  groups: number;
}

/**
 * The sums of a range by bucket and group, and in all; with the requests of this very second. Read from the sums by the
 * day and the hour, whatever the number of requests. Groups and buckets without a request are left out.
 */
export async function usageCells(sequelize: Sequelize, asked: Asked) {
  const { range, grain, groupBy, maxGroups, view } = asked;
  const { provider, model, keySource, outcome } = asked.filter;
  const filter = { provider, model, keySource, outcome };
  const rows = await sequelize.query<Counted<UsageCell | Total>>(cellsSql({ grain, groupBy, filter, view }), {
    bind: { ...boundsOf(range, grain), ...filter, ...view, maxGroups },
    type: QueryTypes.SELECT,
  });
  const told = rows.map(withPercentiles);
  const total = told.find((row) => row.place === null);
  if (!total) throw new Error('The sums gave no total');
  return { cells: told.filter((row) => row.place !== null), total };
}

/** A row with the counts of its latencies by bucket, before they are told as percentiles. */
type Counted<Row> = Row extends unknown ? Omit<Row, 'latencyP50Ms' | 'latencyP95Ms'> & { latencies: number[] } : never;

function withPercentiles({ latencies, ...row }: Counted<UsageCell | Total>): UsageCell | Total {
  const latencyP50Ms = latencyPercentile(latencies, 50);
  const latencyP95Ms = latencyPercentile(latencies, 95);
  return { ...row, latencyP50Ms, latencyP95Ms };
}
