import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Sequelize } from 'sequelize';
import { migrate } from '../migrate.js';
import { silentLog } from '../log.js';
import { joinTransactionsByContext } from '../transaction-context.js';

/**
 * Makes one migrated empty database for the whole run, which every test file copies: on PostgreSQL as a template
 * where TEST_DATABASE_URL is set, embedded as a dump otherwise.
 */
export default async function setup(): Promise<() => Promise<void>> {
  joinTransactionsByContext();
  const server = process.env.TEST_DATABASE_URL;
  return server ? templateOn(server) : embeddedTemplate();
}

async function embeddedTemplate(): Promise<() => Promise<void>> {
  const { PGlite } = await import('@electric-sql/pglite');
  const { migrations } = await import('../migrations/index.js');
  const database = await PGlite.create();
  await database.exec('create table schema_migrations (name varchar(255) primary key)');
  for (const { name, up } of migrations) {
    await database.exec(up);
    await database.query('insert into schema_migrations values ($1)', [name]);
  }
  const folder = await mkdtemp(join(tmpdir(), 'ai-providers-test-'));
  const file = join(folder, 'template.tar');
  const dump = await database.dumpDataDir('none');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await database.close();
  process.env.TEST_TEMPLATE = file;
  return () => rm(folder, { recursive: true, force: true });
}

async function templateOn(server: string): Promise<() => Promise<void>> {
  const name = `ai_providers_template_${process.pid}_${Math.floor(performance.now())}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const sequelize = new Sequelize(url.href, { dialect: 'postgres', logging: false });
  await migrate(sequelize, silentLog);
  await sequelize.close();
  process.env.TEST_TEMPLATE = name;
  return () => onServer(server, `drop database ${name} with (force)`);
}

/** Runs one statement on the server's own database. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
