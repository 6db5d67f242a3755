import type { UsageSeriesInput, UsageSummaryInput } from '@ai-providers/contracts';
import type { Sequelize } from 'sequelize';
import { portsOf } from '../ports.js';
import { readState } from '../system-state.js';
import { nearestDay } from './nearest-day.js';
import { usageCells, type UsageCell, type UsageSums } from './usage-cells.js';
import type { UsageView } from './usage-view.js';
import { countable, grainOf, periodBefore, rangeOf, type UsageGrain, type UsageRange } from './usage-range.js';

const maxSummaryGroups = 100;
const maxSeriesGroups = 8;

export interface UsageSummaryOf {
  range: UsageRange;
  total: UsageSums;
  before: { range: UsageRange; total: UsageSums };
  groups: UsageCell[];
  other: { groups: number; sums: UsageSums } | null;
  /** Where the range is empty: the nearest day with requests. */
  nearest: Date | null;
}

/** The sums of a range and of the one before, and of its groups. @throws DomainError `RANGE_EMPTY` */
export async function usageSummary(
  sequelize: Sequelize,
  input: UsageSummaryInput,
  view: UsageView,
): Promise<UsageSummaryOf> {
  const range = await rangeToCount(sequelize, rangeOf(input, portsOf(sequelize).now()));
  const asked = { range, grain: null, groupBy: input.groupBy, maxGroups: maxSummaryGroups, filter: input, view };
  const { cells, total } = await usageCells(sequelize, asked);
  const earlier = await rangeToCount(sequelize, periodBefore(range));
  const before = await usageCells(sequelize, { ...asked, range: earlier, groupBy: 'none' });
  const groups = input.groupBy === 'none' ? [] : cells;
  const folded = groups.find(({ place }) => place > maxSummaryGroups);
  return {
    range,
    total,
    before: { range: earlier, total: before.total },
    groups: groups.filter(({ place }) => place <= maxSummaryGroups),
    other: folded ? { groups: total.groups - maxSummaryGroups, sums: folded } : null,
    nearest: total.requests === null ? await nearestDay(sequelize, { range, filter: input, view }) : null,
  };
}

export interface UsageSeriesOf {
  range: UsageRange;
  grain: UsageGrain;
  /** The cells of each group, in the order of time; the groups with the most requests first. */
  series: UsageCell[][];
  other: { groups: number; cells: UsageCell[] } | null;
}

/** The sums of a range by the hour, day or month, of its largest groups. @throws DomainError `RANGE_EMPTY`, `RANGE_TOO_LONG` */
export async function usageSeries(
  sequelize: Sequelize,
  input: UsageSeriesInput,
  view: UsageView,
): Promise<UsageSeriesOf> {
  const asked = rangeOf(input, portsOf(sequelize).now());
  const grain = grainOf(asked, input.grain);
  const range = await rangeToCount(sequelize, asked);
  const { groupBy } = input;
  const { cells, total } = await usageCells(sequelize, {
    range,
    grain,
    groupBy,
    maxGroups: maxSeriesGroups,
    filter: input,
    view,
  });
  const series = Array.from({ length: maxSeriesGroups }, (_, index) =>
    cells.filter(({ place }) => place === index + 1),
  );
  const folded = cells.filter(({ place }) => place > maxSeriesGroups);
  return {
    range,
    grain,
    series: series.filter(({ length }) => length > 0),
    other: folded.length > 0 ? { groups: total.groups - maxSeriesGroups, cells: folded } : null,
  };
}

/** The range as it can be counted now. */
export async function rangeToCount(sequelize: Sequelize, range: UsageRange): Promise<UsageRange> {
  const rawFrom = await readState(sequelize, 'usage_raw_from');
  return countable(range, rawFrom === null ? null : new Date(rawFrom));
}
