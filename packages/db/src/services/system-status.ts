import { QueryTypes } from 'sequelize';
import type { RegistryCache } from '../cache/cache.js';
import { portsOf } from '../ports.js';
import { secretsState, type SecretsState } from '../secrets-check.js';
import { notedDrift, type NotedDrift } from '../usage/noted-drift.js';
import { countByKey, type KeyCounts } from './rotate-keys.js';
import { secretsConnection } from './stored-secrets.js';

/** How the installation is, for who runs it. */
export interface SystemStatus {
  embedded: boolean;
  /** Of PostgreSQL. */
  databaseVersion: string;
  /** The last one that has run. */
  migration: string | null;
  cache: ReturnType<RegistryCache['state']>;
  secrets: SecretsState;
  /** The id of the key that writes. */
  keyId: string;
  keys: KeyCounts;
  drift: NotedDrift | null;
  /** Requests that the sums do not hold yet. */
  pending: { open: string; waiting: string };
}

/** Reads all of it anew, apart from the drift. */
export async function systemStatus(): Promise<SystemStatus> {
  const sequelize = secretsConnection();
  const { cache, secrets, embedded } = portsOf(sequelize);
  const [database] = await sequelize.query<DatabaseRow>(databaseSql, { type: QueryTypes.SELECT });
  if (!database) throw new Error('The status gave no row');
  const { version, migration, open, waiting } = database;
  return {
    embedded,
    databaseVersion: version,
    migration,
    cache: cache.state(),
    secrets: secretsState(sequelize),
    keyId: secrets.keyId,
    keys: await countByKey(),
    drift: await notedDrift(sequelize),
    pending: { open, waiting },
  };
}

interface DatabaseRow {
  version: string;
  migration: string | null;
  open: string;
  waiting: string;
}

const databaseSql = `
select split_part(current_setting('server_version'), ' ', 1) as version,
  (select max(name) from schema_migrations) as migration,
  count(*) filter (where l.state = 'reserved') as open, count(*) filter (where l.state <> 'reserved') as waiting
from usage_pending q join usage_ledger l on l.id = q.ledger_id`;
