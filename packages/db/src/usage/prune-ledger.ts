import { QueryTypes, type Sequelize } from 'sequelize';
import { writeState } from '../system-state.js';
import { pruneLock, rawFrom } from './roll-up-sql.js';

/**
 * Deletes ledger rows of whole UTC days before a moment, a day in a transaction, and keeps what they had added to the
 * counters: every figure stays what it was. It stops before the first day with a request that is open or not rolled up
 * yet. Resets stay: they are few, and a later refund asks for them. A request id is forgotten with its row. Can be killed
 * at any time and called by several instances at once: one does it, the others do nothing.
 * @returns how many rows were deleted
 */
export async function pruneLedger(sequelize: Sequelize, olderThan: Date): Promise<number> {
  let deleted = 0;
  for (;;) {
    const count = await pruneDay(sequelize, olderThan);
    if (count === 0) return deleted;
    deleted += count;
  }
}

async function pruneDay(sequelize: Sequelize, olderThan: Date): Promise<number> {
  return sequelize.transaction(async () => {
    for (const name of ['statement_timeout', 'lock_timeout']) await sequelize.query(`set local ${name} = 0`);
    const [lock] = await select<{ free: boolean }>(sequelize, `select pg_try_advisory_xact_lock(${pruneLock}) as free`);
    if (!lock?.free) return 0;
    const [day] = await select<Day>(sequelize, nextDaySql, { olderThan });
    if (!day) return 0;
    const [pruned] = await select<{ rows: number }>(sequelize, pruneSql, { start: day.start, end: day.end });
    await assertNonePending(sequelize);
    await writeState(sequelize, 'usage_raw_from', day.rawFrom.toISOString());
    return pruned?.rows ?? 0;
  });
}

/** The oldest day that is to be pruned. */
interface Day {
  start: Date;
  end: Date;
  /** The line after this day. */
  rawFrom: Date;
}

function select<Row extends object>(
  sequelize: Sequelize,
  sql: string,
  bind: Record<string, unknown> = {},
): Promise<Row[]> {
  return sequelize.query<Row>(sql, { bind, type: QueryTypes.SELECT });
}

// An open request is pending, too.
const nextDaySql = `
with oldest as (
  select date_trunc('day', min(reserved_at), 'UTC') as start from usage_ledger where state <> 'reset'
), pending as (
  select min(reserved_at) as at from usage_pending join usage_ledger on id = ledger_id
)
select start, start + interval '24 hours' as end, greatest(start + interval '24 hours', ${rawFrom}) as "rawFrom"
from oldest, pending
where start + interval '24 hours' <= least($olderThan::timestamptz, coalesce(at, 'infinity'))`;

const pruneSql = `
with pruned as (
  delete from usage_ledger where reserved_at >= $start and reserved_at < $end and state <> 'reset'
  returning coalesce(admin_id, 0) as admin_id, provider_id, coalesce(model_id, 0) as model_id, period, amount, state
), archived as (
  insert into usage_archive (admin_id, provider_id, model_id, period, used, requests)
  select admin_id, provider_id, model_id, period, sum(amount), count(*) filter (where state in ('settled', 'expired'))
  from pruned group by 1, 2, 3, 4
  on conflict (admin_id, provider_id, model_id, period) do update set
    used = usage_archive.used + excluded.used, requests = usage_archive.requests + excluded.requests
)
select count(*)::int as rows from pruned`;

/** A late settlement that got to its row before the deletion has put it in line again: the day then waits for another time. */
async function assertNonePending(sequelize: Sequelize): Promise<void> {
  const orphans = await select(
    sequelize,
    'select 1 from usage_pending left join usage_ledger on id = ledger_id where id is null limit 1',
  );
  if (orphans.length > 0)
    throw new Error('A request of the day was settled late just now; the day is pruned next time');
}
