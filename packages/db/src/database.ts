import type { Options, Sequelize } from 'sequelize';
import type { RegistryCache } from './cache/cache.js';
import { openEmbeddedDatabase } from './embedded/embedded-database.js';
import { silentLog, type Log } from './log.js';
import { initModels } from './models/index.js';
import { learnNameOrder } from './name-order.js';
import { bindPorts } from './ports.js';
import type { SecretBox } from './secrets/secret-box.js';
import { JoiningSequelize, joinTransactionsByContext } from './transaction-context.js';

export interface DatabaseOptions {
  /** A PostgreSQL address, or a folder for the embedded database. */
  where: { url: string } | { dataDir: string } | { loadDataDir: Blob };
  secrets: SecretBox;
  cache: RegistryCache;
  log?: Log;
  now?: () => Date;
}

/** The open database. Models are bound to it until another one is opened. */
export interface Database {
  readonly sequelize: Sequelize;
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** Opens the database and binds every model to it. It neither migrates nor connects a PostgreSQL before the first query. */
export async function createDatabase({
  where,
  secrets,
  cache,
  log = silentLog,
  now = () => new Date(),
}: DatabaseOptions): Promise<Database> {
  joinTransactionsByContext();
  const common: Options = {
    define: { underscored: true },
    logging: false,
    benchmark: false,
  };
  const embedded = 'url' in where ? undefined : await openEmbeddedDatabase({ dataDir: '', ...where, log });
  const sequelize: Sequelize =
    'url' in where
      ? new JoiningSequelize(where.url, { ...common, ...onServer })
      : new JoiningSequelize({ ...common, ...embedded?.sequelizeOptions });
  bindPorts(sequelize, { secrets, cache, log, now, embedded: embedded !== undefined });
  initModels(sequelize);
  learnNameOrder(sequelize);
  return {
    sequelize,
    embedded: embedded !== undefined,
    async close() {
      await sequelize.close();
      await cache.close();
      await embedded?.close();
    },
  };
}

// A statement that hangs must not hold a connection, and a caller must not wait for one for long.
const onServer: Options = {
  dialect: 'postgres',
  pool: { max: 10, min: 0, acquire: 3_000, idle: 10_000 },
  dialectOptions: {
    application_name: 'ai-providers',
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  },
};
