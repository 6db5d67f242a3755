import type { Sequelize } from 'sequelize';
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
      await writeState(sequelize, 'secret_check', secrets.seal(checkText));
      return 'ok';
    }
    return secrets.isSealed(token) ? 'ok' : 'mismatch';
  });
  states.set(sequelize, state);
  return state;
}

export function secretsState(sequelize: Sequelize): SecretsState {
  return states.get(sequelize) ?? 'unchecked';
}

/** A wrong SECRET_KEY may read what needs no key, but it must change no secret. */
export function secretsWritable(sequelize: Sequelize): boolean {
  return secretsState(sequelize) !== 'mismatch';
}
