import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createCache, type RegistryCache } from '../cache/cache.js';
import { createDatabase, type Database } from '../database.js';
import { isConnectionFailure } from '../errors.js';
import type { Log } from '../log.js';
import { createSecretBox, type SecretBox } from '../secrets/index.js';
import { EnvError, type DataEnvironment } from './data-environment.js';
import { secretKeyFor } from './secret-key.js';

/** The data that the environment names, opened. */
export interface OpenData {
  database: Database;
  secrets: SecretBox;
  cache: RegistryCache;
}

/** How long a database that starts beside us may take. */
const patienceMs = 30_000;

/** Opens the database, the cache and the secrets, and waits until the database answers. It does not migrate. */
export async function openData(env: DataEnvironment, log: Log, patience = patienceMs): Promise<OpenData> {
  const secrets = createSecretBox({ secretKey: await secretKeyFor(env, log), fallbacks: env.SECRET_KEY_FALLBACKS });
  const cache = createCache({ log, ...(env.REDIS_URL && { redisUrl: env.REDIS_URL }) });
  const where = env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDir: join(env.DATA_DIR, 'database') };
  const database = await createDatabase({ where, secrets, cache, log });
  try {
    await untilItAnswers(database, log, Date.now() + patience);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, secrets, cache };
}

async function untilItAnswers({ sequelize }: Database, log: Log, deadline: number): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await sequelize.authenticate();
      return;
    } catch (error) {
      if (isRefusal(error)) throw new EnvError('DATABASE_URL: the database refuses this user, password or name');
      if (!isConnectionFailure(error)) throw error;
      if (Date.now() > deadline)
        throw new EnvError('DATABASE_URL: the database cannot be reached. Start it, or mend the address.');
      if (tries === 1) log.warn({}, 'waiting for the database');
      await pause(500);
    }
  }
}

/** Classes 28 (not allowed in) and 3D (no such database): waiting does not help. */
function isRefusal(error: unknown): boolean {
  const { parent } = error as { parent?: { code?: string } }; // every connection error of Sequelize has it
  return /^(28|3D)/.test(parent?.code ?? '');
}
