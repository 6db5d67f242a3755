import type { Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import { addToDay, addToRollup, dayColumns, figures, rollupColumns, totalsLock } from './roll-up-sql.js';

/**
 * Counts one request for a provider alone, in one statement: its total, the ledger and the rollups. It belongs to no
 * admin and so to no limit.
 */
export async function countForProvider(sequelize: Sequelize, providerId: string, at: Date): Promise<void> {
  await sequelize.query(countSql, { bind: { providerId, at, period: startOfMonth(at) } });
}

const oneRequest = figures.map((figure) => (figure === 'requests' ? '1' : '0')).join(', ');

// The provider comes before the rollup, and that before the day, as in the roll-up.
const countSql = `
with locked as materialized (select pg_advisory_xact_lock_shared(${totalsLock})),
provider as (
  update ai_providers set total_requests = total_requests + 1, last_used_at = greatest(last_used_at, $at::timestamptz)
  where id = $providerId and (select count(*) from locked) = 1 returning id, slug
), entry as (
  insert into usage_ledger (provider_id, provider_slug, state, period, amount, reserved_at, expires_at, settled_at)
  select id, slug, 'settled', $period::date, 1, $at::timestamptz, $at::timestamptz, $at::timestamptz from provider
), rollup as (
  insert into usage_rollups (${rollupColumns})
  select date_trunc('hour', $at::timestamptz, 'UTC'), id, slug, 0, '', '', 'ok', '', ${oneRequest} from provider
  ${addToRollup} returning hour
)
insert into usage_days (${dayColumns})
select date_trunc('day', $at::timestamptz, 'UTC'), id, slug, 0, '', '', 'ok', '', ${oneRequest} from provider
where (select count(*) from rollup) >= 0
${addToDay}`;
