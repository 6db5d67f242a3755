import { createHash } from 'node:crypto';
import { open, stat, unlink, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { migrationsRun } from '../migrate.js';
import { portsOf } from '../ports.js';
import { countByKey } from '../services/rotate-keys.js';
import { readState } from '../system-state.js';
import { ofFile } from './backup-error.js';
import { rowsOf } from './check-file.js';
import { formatName, formatVersion, type BackupHeader, type TableHeader } from './format.js';
import { quoted, quotedList, readTables, type Table } from './tables.js';

export interface BackupResult {
  header: BackupHeader;
  rows: number;
  bytes: number;
}

interface Options {
  onProgress?: (done: number, total: number) => void;
}

/** Rows that are in memory at once. */
const batchSize = 500;

/**
 * Writes the whole database, as it is at one moment, into a new file that only its owner can read. The models must be
 * bound to the same connection. @throws BackupError
 */
export async function backup(sequelize: Sequelize, file: string, { onProgress }: Options = {}): Promise<BackupResult> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => Promise.reject(ofFile(file, error)));
  try {
    const result = await writeTo(handle, sequelize, onProgress);
    await handle.sync();
    await handle.close();
    return { ...result, bytes: (await stat(file)).size };
  } catch (error) {
    await handle.close();
    await unlink(file); // it is ours, and nobody should take it for a backup
    throw ofFile(file, error);
  }
}

async function writeTo(handle: FileHandle, sequelize: Sequelize, onProgress: Options['onProgress']) {
  return sequelize.transaction(async (transaction) => {
    await sequelize.query('set transaction isolation level repeatable read, read only', { transaction });
    for (const setting of settings) await sequelize.query(`set local ${setting}`, { transaction });
    const tables = await readTables(sequelize, transaction);
    const header = await headerOf(sequelize, transaction, tables);
    const rows = rowsOf(header);
    const source = { sequelize, transaction, tables, onRows: (done: number) => onProgress?.(done, rows) };
    await pipeline(Readable.from(textOf(source, header)), createGzip(), (bytes: AsyncIterable<Buffer>) =>
      append(handle, bytes),
    );
    return { header, rows };
  });
}

// A write stream of the handle would close it, before its bytes are known to be on the disk.
async function append(handle: FileHandle, bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const each of bytes) await handle.appendFile(each);
}

// A slow disk is no reason to break off; times and numbers are written in full.
const settings = [
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  "timezone = 'UTC'",
  'extra_float_digits = 3',
];

async function headerOf(sequelize: Sequelize, transaction: Transaction, tables: Table[]): Promise<BackupHeader> {
  const { secrets, now } = portsOf(sequelize);
  const check = await readState(sequelize, 'secret_check');
  const { byKey } = await countByKey();
  const described: TableHeader[] = [];
  for (const table of tables) described.push(await describeTable(sequelize, transaction, table));
  return {
    format: formatName,
    version: formatVersion,
    createdAt: now().toISOString(),
    migrations: await migrationsRun(sequelize),
    keyId: check === null ? secrets.keyId : secrets.keyIdOf(check),
    secretsByKey: byKey,
    tables: described,
  };
}

async function describeTable(
  sequelize: Sequelize,
  transaction: Transaction,
  { name, columns, counters }: Table,
): Promise<TableHeader> {
  const select = async <T extends object>(sql: string): Promise<T | undefined> =>
    (await sequelize.query<T>(sql, { transaction, type: QueryTypes.SELECT }))[0];
  const counted = await select<{ rows: string }>(`select count(*) as rows from ${quoted(name)}`);
  const last: TableHeader['counters'] = [];
  for (const { column, sequence } of counters) {
    // Sequences stand outside of the snapshot: what they say now is no less than what the rows need.
    const state = await select<{ last: string; used: boolean }>(
      `select last_value as last, is_called as used from ${sequence}`,
    );
    if (state?.used) last.push({ column, last: state.last });
  }
  return { name, columns, rows: Number(counted?.rows ?? 0), counters: last };
}

interface Source {
  sequelize: Sequelize;
  transaction: Transaction;
  tables: Table[];
  onRows: (done: number) => void;
}

async function* textOf(source: Source, header: BackupHeader): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let done = 0;
  const first = `${JSON.stringify(header)}\n`;
  hash.update(first);
  yield first;
  for (const table of source.tables) {
    for await (const lines of linesOf(source, table)) {
      const text = `${lines.join('\n')}\n`;
      hash.update(text);
      yield text;
      source.onRows((done += lines.length));
    }
  }
  yield `${JSON.stringify({ end: true, sha256: hash.digest('hex') })}\n`;
}

async function* linesOf({ sequelize, transaction }: Source, { name, columns, primaryKey }: Table) {
  const order = primaryKey.length > 0 ? `order by ${quotedList(primaryKey)}` : '';
  await sequelize.query(
    `declare backup_rows no scroll cursor for
     select to_jsonb(r)::text as line from (select ${quotedList(columns)} from ${quoted(name)} ${order}) r`,
    { transaction },
  );
  for (;;) {
    const rows = await sequelize.query<{ line: string }>(`fetch ${batchSize} from backup_rows`, {
      transaction,
      type: QueryTypes.SELECT,
    });
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < batchSize) break;
  }
  await sequelize.query('close backup_rows', { transaction });
}
