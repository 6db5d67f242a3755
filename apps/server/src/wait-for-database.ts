import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionFailure, type Database, type Log } from '@ai-providers/db';
import { EnvError } from './env.js';

const patienceMs = 30_000;

/** Waits a while for a database that starts beside us. @throws EnvError that names the variable and no password */
export async function waitForDatabase({ sequelize }: Database, log: Log): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let tries = 1; ; tries += 1) {
    try {
      await sequelize.authenticate();
      return;
    } catch (error) {
      if (!isConnectionFailure(error)) throw error;
      if (isRefusal(error)) throw new EnvError(`DATABASE_URL: the database refuses this user, password or name`);
      if (Date.now() > deadline) throw new EnvError('DATABASE_URL: the database cannot be reached. Start it, or mend the address.');
      if (tries === 1) log.warn({}, 'waiting for the database');
      await pause(500);
    }
  }
}

/** Classes 28 (not allowed in) and 3D (no such database): waiting does not help. */
function isRefusal(error: unknown): boolean {
  const { parent } = error as { parent?: { code?: string } };
  return /^(28|3D)/.test(parent?.code ?? '');
}
