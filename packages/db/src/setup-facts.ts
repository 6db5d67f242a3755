import type { RegistryCache } from './cache/cache.js';
import { pendingMigrations } from './migrate.js';
import { portsOf } from './ports.js';
import { secretsState, type SecretsState } from './secrets-check.js';
import { secretsConnection } from './services/stored-secrets.js';

/** What an installation stands on, for who sets it up. */
export interface SetupFacts {
  embedded: boolean;
  /** How many have not run. */
  pendingMigrations: number;
  cache: ReturnType<RegistryCache['state']>;
  secrets: SecretsState;
}

/** Asks the database: while it is away, this fails as every other call does. */
export async function setupFacts(): Promise<SetupFacts> {
  const sequelize = secretsConnection();
  const { cache, embedded } = portsOf(sequelize);
  const pending = await pendingMigrations(sequelize);
  return { embedded, pendingMigrations: pending.length, cache: cache.state(), secrets: secretsState(sequelize) };
}
