import { QueryTypes, type Sequelize } from 'sequelize';

/** What a reset needs of a settings row. */
interface ResetOf {
  settingsId: string;
  period: string;
  at: Date;
}

/**
 * Starts a month's count again at 0, in one statement: the ledger gets a row that takes out what was counted so far.
 * @returns how much that was
 */
export async function resetMonth(sequelize: Sequelize, { settingsId, period, at }: ResetOf): Promise<number> {
  const [reset] = await sequelize.query<{ taken: number }>(resetSql, {
    bind: { settingsId, period, at },
    type: QueryTypes.SELECT,
  });
  return reset?.taken ?? 0;
}

// A row of an older month has nothing to reset: it reads as 0 already.
const resetSql = `
with account as materialized (
  select s.id, s.admin_id, s.provider_id, p.slug, s.usage_period, s.usage_resets, s.monthly_usage
  from admin_provider_settings s join ai_providers p on p.id = s.provider_id
  where s.id = $settingsId and s.usage_period >= $period::date and s.monthly_usage > 0
  for update of s
), entry as (
  insert into usage_ledger (admin_id, provider_id, provider_slug, state, period, amount, resets, reserved_at, expires_at,
    settled_at)
  select admin_id, provider_id, slug, 'reset', usage_period, -monthly_usage, usage_resets, $at, $at, $at from account
), written as (
  update admin_provider_settings s set monthly_usage = 0, usage_resets = s.usage_resets + 1
  from account a where s.id = a.id
)
select monthly_usage as taken from account`;
