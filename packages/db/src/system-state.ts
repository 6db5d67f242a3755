import { QueryTypes, type Sequelize } from 'sequelize';

/** What an installation knows of itself: a few named values. */
export type StateKey =
  | 'secret_check'
  | 'installation'
  | 'seeded'
  | 'audit_head'
  | 'usage_drift'
  | 'usage_raw_from'
  | 'decision_revision'
  | 'default_monthly_limit';

export async function readState(sequelize: Sequelize, key: StateKey): Promise<string | null> {
  const rows = await sequelize.query<{ value: string }>('select value from system_state where key = $key', {
    bind: { key },
    type: QueryTypes.SELECT,
  });
  return rows[0]?.value ?? null;
}

export async function writeState(sequelize: Sequelize, key: StateKey, value: string): Promise<void> {
  await sequelize.query(
    'insert into system_state (key, value) values ($key, $value) on conflict (key) do update set value = excluded.value',
    { bind: { key, value } },
  );
}
