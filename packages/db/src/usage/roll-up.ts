import { QueryTypes, type Sequelize } from 'sequelize';
import {
  addToDay,
  addToRollup,
  dayColumns,
  dayKey,
  rollupColumns,
  rollupKey,
  rollUpLock,
  summed,
  summedBy,
  summedByDay,
} from './roll-up-sql.js';

/** Small enough that a provider's row is never held for long. */
const batch = 5_000;

/**
 * Adds ended requests to the totals of providers and models and to the rollups, in batches, each exactly once: a
 * batch is marked and added in one transaction, and a killed process leaves it as it was. One process at a time
 * does this. Nothing is lost meanwhile: exact reads add what is not rolled up yet.
 * @returns how many requests were rolled up
 */
export async function rollUpUsage(sequelize: Sequelize): Promise<number> {
  let rolled = 0;
  for (;;) {
    const count = await rollUpBatch(sequelize);
    rolled += count;
    if (count < batch) return rolled;
  }
}

async function rollUpBatch(sequelize: Sequelize): Promise<number> {
  return sequelize.transaction(async () => {
    const [lock] = await select<{ free: boolean }>(
      sequelize,
      `select pg_try_advisory_xact_lock(${rollUpLock}) as free`,
    );
    if (!lock?.free) return 0;
    const taken = await select<Pending>(sequelize, takeSql);
    if (taken.length === 0) return 0;
    // A statement of its own: whoever settles late has to pass the pending row, so what is read now is final.
    const ids = taken.map(({ id }) => id);
    const undo = taken.filter(({ rolledExpired }) => rolledExpired).map(({ id }) => id);
    await sequelize.query(addSql, { bind: { ids, undo } });
    return taken.length;
  });
}

interface Pending {
  id: string;
  rolledExpired: boolean;
}

function select<Row extends object>(sequelize: Sequelize, sql: string): Promise<Row[]> {
  return sequelize.query<Row>(sql, { type: QueryTypes.SELECT });
}

const takeSql = `
delete from usage_pending where ledger_id in (
  select q.ledger_id from usage_pending q join usage_ledger l on l.id = q.ledger_id where l.state <> 'reserved'
  order by q.ledger_id limit ${batch} for update of q skip locked
) returning ledger_id as id, rolled_expired as "rolledExpired"`;

/** Providers come before models, models before rollups, rollups before days, as in every other statement that writes several. */
const addSql = `
with facts as materialized (
  select 1 as n, provider_id, provider_slug, admin_id, model_id, model_name, key_source, reserved_at, hour, outcome,
    status, input_tokens, output_tokens, cost, latency_ms, timed
  from usage_facts where id = any($ids::bigint[])
  union all
  select -1, provider_id, provider_slug, admin_id, model_id, model_name, key_source, reserved_at, hour, 'expired',
    '', 0, 0, 0, 0, 0
  from usage_facts where id = any($undo::bigint[])
), providers as (
  update ai_providers p set total_requests = p.total_requests + t.requests,
    last_used_at = greatest(p.last_used_at, t.last_used_at)
  from (select provider_id, sum(n) as requests, max(reserved_at) as last_used_at from facts group by provider_id) t
  where p.id = t.provider_id returning p.id
), models as (
  update ai_models m set total_requests = m.total_requests + t.requests
  from (select model_id, sum(n) as requests from facts group by model_id) t
  where m.id = t.model_id and (select count(*) from providers) >= 0 returning m.id
), hours as materialized (
  ${summed} from facts where (select count(*) from models) >= 0
  ${summedBy}
), rollups as (
  insert into usage_rollups (${rollupColumns}) select ${rollupColumns} from hours order by ${rollupKey}
  ${addToRollup} returning hour
)
insert into usage_days (${dayColumns})
${summedByDay} from hours where (select count(*) from rollups) >= 0 group by ${dayKey} order by ${dayKey}
${addToDay}`;
