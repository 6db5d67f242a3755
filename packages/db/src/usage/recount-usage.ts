import { QueryTypes, type Sequelize } from 'sequelize';
import { heldFacts, rollupColumns, rollUpLock, summed, totalsLock } from './roll-up-sql.js';

/** Settings rows in one transaction: their admins wait that long. */
const batch = 100;

/** Rebuilds every counter from the ledger: months, totals and rollups. Requests go on meanwhile. */
export async function recountUsage(sequelize: Sequelize): Promise<void> {
  for (let after: string | null = '0'; after !== null;) after = await recountSettings(sequelize, after);
  await recountTotals(sequelize);
}

/** Whoever counts in a settings row holds it, so what the ledger says under its lock is what the row must say. */
async function recountSettings(sequelize: Sequelize, after: string): Promise<string | null> {
  return sequelize.transaction(async () => {
    await sequelize.query('set local statement_timeout = 0');
    const rows = await sequelize.query<{ id: string }>(
      `select id from admin_provider_settings where id > $after order by id limit ${batch} for update`,
      { bind: { after }, type: QueryTypes.SELECT },
    );
    const last = rows.at(-1);
    if (!last) return null;
    await sequelize.query(recountSettingsSql, { bind: { ids: rows.map(({ id }) => id) } });
    return last.id;
  });
}

const recountSettingsSql = `
update admin_provider_settings s set monthly_usage = coalesce(t.used, 0), total_requests = coalesce(t.requests, 0)
from admin_provider_settings same left join lateral (
  select sum(l.amount) filter (where l.period = same.usage_period) as used,
    count(*) filter (where l.state in ('reserved', 'settled', 'expired')) as requests
  from usage_ledger l where l.admin_id = same.admin_id and l.provider_id = same.provider_id
) t on true
where same.id = s.id and s.id = any($ids::bigint[])
  and (s.monthly_usage, s.total_requests) is distinct from (coalesce(t.used, 0), coalesce(t.requests, 0))`;

async function recountTotals(sequelize: Sequelize): Promise<void> {
  await sequelize.transaction(async () => {
    await sequelize.query('set local statement_timeout = 0');
    await sequelize.query('set local lock_timeout = 0');
    await sequelize.query(`select pg_advisory_xact_lock(${rollUpLock})`);
    await sequelize.query(`select pg_advisory_xact_lock(${totalsLock})`);
    await sequelize.query(recountProvidersSql);
    await sequelize.query(recountModelsSql);
    await sequelize.query('delete from usage_rollups');
    await sequelize.query(rebuildRollupsSql);
  });
}

const totalOf = (column: string) => `(select ${column}, count(*) as requests from ${heldFacts} f group by ${column})`;

const recountProvidersSql = `
update ai_providers p set total_requests = coalesce(t.requests, 0)
from ai_providers same left join ${totalOf('provider_id')} t on t.provider_id = same.id
where same.id = p.id and p.total_requests <> coalesce(t.requests, 0)`;

const recountModelsSql = `
update ai_models m set total_requests = coalesce(t.requests, 0)
from ai_models same left join ${totalOf('model_id')} t on t.model_id = same.id
where same.id = m.id and m.total_requests <> coalesce(t.requests, 0)`;

const rebuildRollupsSql = `
insert into usage_rollups (${rollupColumns}) ${summed} from ${heldFacts} f
group by hour, provider_id, coalesce(admin_id, 0), model_name, key_source, outcome`;
