import { QueryTypes, type Sequelize } from 'sequelize';
import { portsOf } from './ports.js';
import { readState, writeState } from './system-state.js';

/** Whether this SECRET_KEY belongs to this database. */
export type SecretsState = 'ok' | 'mismatch' | 'unchecked';

const checkText = 'ai-providers: this SECRET_KEY opens this database';
const states = new WeakMap<Sequelize, SecretsState>();

/** Reads the check row, or writes it in a database that has none, and remembers the outcome. */
export async function checkSecrets(sequelize: Sequelize): Promise<SecretsState> {
  const { secrets } = portsOf(sequelize);
  const state = await sequelize.transaction(async () => {
    await sequelize.query("select pg_advisory_xact_lock(hashtext('ai-providers secret check'))");
    const token = await readState(sequelize, 'secret_check');
    if (token === null) {
      if (await hasForeignSecretsOnly(sequelize)) return 'mismatch';
      await writeState(sequelize, 'secret_check', secrets.seal(checkText));
      return 'ok';
    }
    return secrets.isSealed(token) ? 'ok' : 'mismatch';
  });
  states.set(sequelize, state);
  return state;
}

/**
 * Whether there are tokens, and none of the first is ours. So it is where rows were copied from another deployment and
 * the SECRET_KEY was not: a check row by this one would shut the right one out.
 */
async function hasForeignSecretsOnly(sequelize: Sequelize): Promise<boolean> {
  const { secrets } = portsOf(sequelize);
  const found = await sequelize.query<{ token: string }>(
    `(select shared_api_key as token from ai_providers where shared_api_key like 'gAAAA%' limit 100)
     union all (select personal_api_key from admin_provider_settings where personal_api_key like 'gAAAA%' limit 100)`,
    { type: QueryTypes.SELECT },
  );
  return found.length > 0 && !found.some(({ token }) => secrets.isSealed(token));
}

/** Writes the check row anew with the first key, so that it alone is enough to pass. */
export async function renewCheck(sequelize: Sequelize): Promise<void> {
  const { secrets } = portsOf(sequelize);
  const token = await readState(sequelize, 'secret_check');
  if (token !== null && secrets.keyIdOf(token) === secrets.keyId) return;
  await writeState(sequelize, 'secret_check', secrets.seal(checkText));
}

export function secretsState(sequelize: Sequelize): SecretsState {
  return states.get(sequelize) ?? 'unchecked';
}

/** A wrong SECRET_KEY may read what needs no key, but it must change no secret. */
export function secretsWritable(sequelize: Sequelize): boolean {
  return secretsState(sequelize) !== 'mismatch';
}
