import { QueryTypes, type Sequelize } from 'sequelize';
import {
  dayColumns,
  dayKey,
  heldFacts,
  pruneLock,
  rawFrom,
  rollupColumns,
  rollUpLock,
  summed,
  summedBy,
  summedByDay,
  totalsLock,
} from './roll-up-sql.js';

/** Settings rows in one transaction: their admins wait that long. */
const batch = 100;

/** Rebuilds every counter from the ledger and from what was pruned of it: months, totals and sums. Requests go on meanwhile. */
export async function recountUsage(sequelize: Sequelize, onProgress?: (settings: number) => void): Promise<void> {
  let done = 0;
  for (let ids = await recountSettings(sequelize, '0'); ids.length > 0;) {
    onProgress?.((done += ids.length));
    ids = await recountSettings(sequelize, ids.at(-1) ?? '0');
  }
  await recountTotals(sequelize);
}

/** Whoever counts in a settings row holds it, so what the ledger says under its lock is what the row must say. */
async function recountSettings(sequelize: Sequelize, after: string): Promise<string[]> {
  return sequelize.transaction(async () => {
    await sequelize.query('set local statement_timeout = 0');
    const rows = await sequelize.query<{ id: string }>(
      `select id from admin_provider_settings where id > $after order by id limit ${batch} for update`,
      { bind: { after }, type: QueryTypes.SELECT },
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await sequelize.query(recountSettingsSql, { bind: { ids } });
    return ids;
  });
}

const recountSettingsSql = `
update admin_provider_settings s set monthly_usage = coalesce(t.used, 0), total_requests = coalesce(t.requests, 0)
from admin_provider_settings same left join lateral (
  select sum(used) filter (where period = same.usage_period) as used, sum(requests) as requests from (
    select l.period, l.amount as used, (l.state in ('reserved', 'settled', 'expired'))::int as requests
    from usage_ledger l where l.admin_id = same.admin_id and l.provider_id = same.provider_id
    union all
    select a.period, a.used, a.requests
    from usage_archive a where a.admin_id = same.admin_id and a.provider_id = same.provider_id
  ) counted
) t on true
where same.id = s.id and s.id = any($ids::bigint[])
  and (s.monthly_usage, s.total_requests) is distinct from (coalesce(t.used, 0), coalesce(t.requests, 0))`;

async function recountTotals(sequelize: Sequelize): Promise<void> {
  await sequelize.transaction(async () => {
    await sequelize.query('set local statement_timeout = 0');
    await sequelize.query('set local lock_timeout = 0');
    for (const lock of [rollUpLock, totalsLock, pruneLock])
      await sequelize.query(`select pg_advisory_xact_lock(${lock})`);
    await sequelize.query(recountProvidersSql);
    await sequelize.query(recountModelsSql);
    await sequelize.query(`delete from usage_rollups where hour >= ${rawFrom}`);
    await sequelize.query(rebuildRollupsSql);
    await sequelize.query('delete from usage_days');
    await sequelize.query(rebuildDaysSql);
  });
}

const totalOf = (column: string) => `(
  select ${column}, sum(requests) as requests from (
    select ${column}, 1 as requests from ${heldFacts} f
    union all
    select ${column}, requests from usage_archive
  ) counted group by ${column}
)`;

const recountProvidersSql = `
update ai_providers p set total_requests = coalesce(t.requests, 0)
from ai_providers same left join ${totalOf('provider_id')} t on t.provider_id = same.id
where same.id = p.id and p.total_requests <> coalesce(t.requests, 0)`;

const recountModelsSql = `
update ai_models m set total_requests = coalesce(t.requests, 0)
from ai_models same left join ${totalOf('model_id')} t on t.model_id = same.id
where same.id = m.id and m.total_requests <> coalesce(t.requests, 0)`;

const rebuildRollupsSql = `
insert into usage_rollups (${rollupColumns}) ${summed} from ${heldFacts} f where hour >= ${rawFrom}
${summedBy}`;

const rebuildDaysSql = `
insert into usage_days (${dayColumns}) ${summedByDay} from usage_rollups group by ${dayKey}`;
