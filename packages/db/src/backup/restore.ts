import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { silentLog } from '../log.js';
import { migrate, migrationsRun } from '../migrate.js';
import { migrations } from '../migrations/index.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { portsOf } from '../ports.js';
import { checkSecrets, type SecretsState } from '../secrets-check.js';
import { BackupError, ofFile } from './backup-error.js';
import { checkFile, rowsOf } from './check-file.js';
import type { BackupHeader, TableHeader } from './format.js';
import { readLines, type Lines } from './read-lines.js';
import { quoted, quotedList, readTables, type Table } from './tables.js';

export interface RestoreResult {
  header: BackupHeader;
  rows: number;
  secrets: SecretsState;
}

interface Options {
  /** Restores although none of our keys opens the secrets of the backup. */
  allowOtherKey?: boolean;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Fills an empty database from a backup, all or nothing; where it has no schema, or that of an earlier release, it gets
 * it. No server may work on it meanwhile. @throws BackupError
 */
export async function restore(sequelize: Sequelize, file: string, options: Options = {}): Promise<RestoreResult> {
  const header = await checkFile(file).catch((error: unknown) => Promise.reject(ofFile(file, error)));
  refuseOtherKey(header, portsOf(sequelize).secrets.keyIds, options);
  const lines = readLines(file);
  try {
    await lines.next(); // the header
    await sequelize.transaction((transaction) => fill({ sequelize, transaction, header, lines, file, options }));
  } finally {
    lines.close();
  }
  // Of what the cache knew of an earlier database.
  await Promise.all([AIProvider.clearAllCache(), AIModel.clearAllCache()]);
  return { header, rows: rowsOf(header), secrets: await checkSecrets(sequelize) };
}

interface Work {
  sequelize: Sequelize;
  transaction: Transaction;
  header: BackupHeader;
  lines: Lines;
  file: string;
  options: Options;
}

async function fill(work: Work): Promise<void> {
  const { sequelize, transaction, header } = work;
  for (const name of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])
    await sequelize.query(`set local ${name} = 0`, { transaction });
  // The schema as the backup knew it first: later migrations may have to work on its rows.
  const known = new Set(header.migrations);
  await migrate(
    sequelize,
    silentLog,
    migrations.filter(({ name }) => known.has(name)),
  );
  const newer = (await migrationsRun(sequelize)).filter((name) => !known.has(name));
  if (newer.length > 0)
    throw new BackupError(
      `This database is newer than the backup (${newer.join(', ')}). Restore into one that is wholly empty: it is brought up to date afterwards.`,
    );
  const tables = await readTables(sequelize, transaction);
  await requireEmpty(work, tables);
  await insertAll(work, tables);
  // No table is altered while a trigger waits for the commit.
  await sequelize.query('set constraints all immediate', { transaction });
  await migrate(sequelize, silentLog);
}

function refuseOtherKey({ keyId, secretsByKey }: BackupHeader, ours: readonly string[], { allowOtherKey }: Options) {
  const needed = Object.entries(secretsByKey).flatMap(([id, count]) => (count > 0 ? [id] : []));
  const missing = [keyId, ...needed].filter((id) => id === null || !ours.includes(id));
  if (missing.length === 0 || allowOtherKey) return;
  throw new BackupError(
    `The secrets of this backup need ${keyId === null ? 'a key that even the backup did not have' : `the keys ${[...new Set(missing)].join(', ')}`}; SECRET_KEY and SECRET_KEY_FALLBACKS are ${ours.join(', ')}. Set the SECRET_KEY of then, with embedded data the file secret_key, or give --allow-other-key and enter every key again afterwards. Nothing was restored.`,
  );
}

/** What a start leaves in a database before anybody has used it. */
const mayHaveRows = new Set(['system_state', 'rate_limits']);

async function requireEmpty({ sequelize, transaction }: Work, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    if (mayHaveRows.has(name)) {
      await sequelize.query(`delete from ${quoted(name)}`, { transaction });
      continue;
    }
    const [found] = await sequelize.query(`select 1 from ${quoted(name)} limit 1`, {
      transaction,
      type: QueryTypes.SELECT,
    });
    if (found)
      throw new BackupError(
        `This database is not empty: ${name} has rows. Restore into a new one, before any server starts on it. Nothing was restored.`,
      );
  }
}

async function insertAll(work: Work, tables: Table[]): Promise<void> {
  const { lines, header, file, options } = work;
  const total = rowsOf(header);
  let done = 0;
  for (const described of header.tables) {
    const table = tables.find(({ name }) => name === described.name);
    const columns = new Set(table?.columns);
    if (!table || !described.columns.every((column) => columns.has(column)))
      throw new BackupError(`${file} holds a table that this release does not know: ${described.name}.`);
    for await (const batch of batchesOf(lines, described.rows)) {
      await insert(work, described, batch);
      options.onProgress?.((done += batch.length), total);
    }
    await setCounters(work, described, table);
  }
}

const maxBatchRows = 500;
const maxBatchLength = 1_000_000;

async function* batchesOf(lines: Lines, count: number): AsyncGenerator<string[]> {
  let [batch, length]: [string[], number] = [[], 0];
  for (let read = 0; read < count; read += 1) {
    const line = await lines.next();
    if (line === null) throw new Error('The file was changed while it was read');
    batch.push(line);
    length += line.length;
    if (batch.length < maxBatchRows && length < maxBatchLength) continue;
    yield batch;
    [batch, length] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

async function insert({ sequelize, transaction }: Work, { name, columns }: TableHeader, batch: string[]) {
  const list = quotedList(columns);
  await sequelize.query(
    `insert into ${quoted(name)} (${list}) overriding system value
     select ${list} from jsonb_populate_recordset(null::${quoted(name)}, $rows::jsonb)`,
    { bind: { rows: `[${batch.join(',')}]` }, transaction },
  );
}

async function setCounters({ sequelize, transaction }: Work, { counters }: TableHeader, table: Table): Promise<void> {
  for (const { column, last } of counters) {
    const sequence = table.counters.find((counter) => counter.column === column)?.sequence;
    if (sequence)
      await sequelize.query('select setval($sequence::regclass, $last::bigint)', {
        bind: { sequence, last },
        transaction,
      });
  }
}
