import type { Sequelize } from 'sequelize';
import { EnvError } from '../environment/data-environment.js';
import { pendingMigrations } from '../migrate.js';

/** @throws EnvError for a database that the program's version does not fit */
export async function requireSchema(sequelize: Sequelize): Promise<void> {
  const pending = await pendingMigrations(sequelize);
  if (pending.length === 0) return;
  throw new EnvError(
    `This database is empty or older than the program (${pending.join(', ')} did not run). Look whether DATABASE_URL or DATA_DIR is the one that you mean; if it is, run db:migrate first.`,
  );
}
