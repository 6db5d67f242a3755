import { QueryTypes, type Sequelize } from 'sequelize';
import { conditionsOf } from './usage-cells-sql.js';
import type { UsageRange } from './usage-range.js';
import type { UsageFilter, UsageView } from './usage-view.js';

interface Asked {
  range: UsageRange;
  filter: UsageFilter;
  view: UsageView;
}

/** The day in UTC with a request that is nearest to a range without one; the earlier of two, null where there is none at all. */
export async function nearestDay(sequelize: Sequelize, { range, filter, view }: Asked): Promise<Date | null> {
  const { provider, model, keySource, outcome } = filter;
  const [found] = await sequelize.query<{ before: Date | null; after: Date | null }>(nearestSql(filter, view), {
    bind: { from: range.from, provider, model, keySource, outcome, ...view },
    type: QueryTypes.SELECT,
  });
  const { before = null, after = null } = found ?? {};
  if (!before || !after) return before ?? after;
  return after.getTime() - range.to.getTime() < range.from.getTime() - before.getTime() - dayMs ? after : before;
}

const dayMs = 86_400_000;

// The range is empty: what begins within it lies behind it.
function nearestSql(filter: UsageFilter, view: UsageView): string {
  const conditions = conditionsOf(filter, view).join(' and ');
  const firstOf = (edge: string, order: 'asc' | 'desc') => `
  (select day from usage_days where day ${edge} and requests > 0 and ${conditions} order by day ${order} limit 1)
  union all
  (select date_trunc('day', hour, 'UTC') from usage_tail
   where date_trunc('day', hour, 'UTC') ${edge} and requests > 0 and ${conditions} order by hour ${order} limit 1)`;
  return `
select (select max(day) from (${firstOf('< $from', 'desc')}) found) as before,
  (select min(day) from (${firstOf('>= $from', 'asc')}) found) as after`;
}
