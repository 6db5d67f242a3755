import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createCache, type RegistryCache } from '../cache/cache.js';
import { createDatabase, type Database } from '../database.js';
import { silentLog, type Log } from '../log.js';
import { checkSecrets } from '../secrets-check.js';
import { createSecretBox, type SecretBox } from '../secrets/index.js';
import { onServer } from './global-setup.js';

export interface TestDatabase extends Database {
  readonly secrets: SecretBox;
  readonly cache: RegistryCache;
  /** Where other processes reach it: null when it is embedded. */
  readonly url: string | null;
}

export interface TestDatabaseOptions {
  secretKey?: string;
  fallbacks?: string[];
  log?: Log;
  now?: () => Date;
}

/** A migrated empty database of the test file's own, with every model bound to it. */
export async function openTestDatabase({
  secretKey = 'a secret key for tests, long enough',
  fallbacks = [],
  log = silentLog,
  now,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const template = process.env.TEST_TEMPLATE;
  if (!template) throw new Error('Tests need the global set-up of packages/db/src/testing');
  const secrets = createSecretBox({ secretKey, fallbacks });
  const redisUrl = process.env.TEST_REDIS_URL;
  const cache = createCache({ log, namespace: `test-${randomUUID()}`, ...(redisUrl && { redisUrl }) });
  const server = process.env.TEST_DATABASE_URL;
  const copy = server ? await copyOn(server, template) : null;
  const where = copy ? { url: copy.url } : { loadDataDir: new Blob([await readFile(template)]) };
  const database = await createDatabase({ where, secrets, cache, log, ...(now && { now }) });
  await checkSecrets(database.sequelize);
  return {
    ...database,
    secrets,
    cache,
    url: copy?.url ?? null,
    async close() {
      await database.close();
      await copy?.drop();
    },
  };
}

async function copyOn(server: string, template: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `ai_providers_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}
