import { QueryTypes, type Sequelize } from 'sequelize';
import { SequelizeStorage, Umzug } from 'umzug';
import type { Log } from './log.js';
import { migrations } from './migrations/index.js';

type Migration = (typeof migrations)[number];

// Any number that no other program on the same database takes for its own lock.
const migrationLock = 7_230_114_001;

/**
 * Brings the schema up to date, all or nothing. Instances that start together take turns: the lock and the
 * table of what has run belong to one transaction on one connection.
 * @returns the names of the migrations that ran now
 */
export async function migrate(
  sequelize: Sequelize,
  log: Log,
  list: readonly Migration[] = migrations,
): Promise<string[]> {
  return sequelize.transaction(async () => {
    await sequelize.query('set local lock_timeout = 0');
    await sequelize.query('set local statement_timeout = 0');
    await sequelize.query(`select pg_advisory_xact_lock(${migrationLock})`);
    const done = await umzugOf(sequelize, list).up();
    if (done.length > 0) log.info({ migrations: done.map(({ name }) => name) }, 'database migrated');
    return done.map(({ name }) => name);
  });
}

/** The names of migrations that have not run yet. */
export async function pendingMigrations(sequelize: Sequelize): Promise<string[]> {
  const names = new Set(await migrationsRun(sequelize));
  return migrations.map(({ name }) => name).filter((name) => !names.has(name));
}

/** The names of migrations that have run, in their order. */
export async function migrationsRun(sequelize: Sequelize): Promise<string[]> {
  const [table] = await sequelize.query<{ known: boolean }>(
    "select to_regclass('schema_migrations') is not null as known",
    {
      type: QueryTypes.SELECT,
    },
  );
  if (!table?.known) return [];
  const ran = await sequelize.query<{ name: string }>('select name from schema_migrations order by name', {
    type: QueryTypes.SELECT,
  });
  return ran.map(({ name }) => name);
}

function umzugOf(sequelize: Sequelize, list: readonly Migration[]) {
  return new Umzug({
    migrations: list.map(({ name, up }) => ({ name, up: async () => void (await sequelize.query(up)) })),
    storage: new SequelizeStorage({ sequelize, modelName: 'SchemaMigration', tableName: 'schema_migrations' }),
    logger: undefined,
  });
}
