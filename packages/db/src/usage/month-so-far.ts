import type { Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import { portsOf } from '../ports.js';
import { usageCells, type UsageSums } from './usage-cells.js';
import { rangeToCount } from './usage-queries.js';
import type { UsageRange } from './usage-range.js';
import type { UsageView } from './usage-view.js';

/** The sums of the calendar month in UTC so far, and of as much of the month before. */
export interface MonthSoFar {
  total: UsageSums;
  before: UsageSums;
}

export async function monthSoFar(sequelize: Sequelize, view: UsageView): Promise<MonthSoFar> {
  const now = portsOf(sequelize).now();
  const start = new Date(startOfMonth(now));
  const startBefore = new Date(startOfMonth(new Date(start.getTime() - 1)));
  // Of a longer month than the one before, that one is all there is.
  const endBefore = new Date(Math.min(startBefore.getTime() + now.getTime() - start.getTime(), start.getTime()));
  return {
    total: await sumsOf(sequelize, { from: start, to: now }, view),
    before: await sumsOf(sequelize, { from: startBefore, to: endBefore }, view),
  };
}

async function sumsOf(sequelize: Sequelize, asked: UsageRange, view: UsageView): Promise<UsageSums> {
  const range = await rangeToCount(sequelize, asked);
  const { total } = await usageCells(sequelize, {
    range,
    grain: null,
    groupBy: 'none',
    maxGroups: 1,
    filter: {},
    view,
  });
  return total;
}
