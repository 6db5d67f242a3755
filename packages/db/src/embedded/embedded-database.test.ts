import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PGlite } from '@electric-sql/pglite';
import { Sequelize } from 'sequelize';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log.js';
import { clusterVersion } from './data-folder.js';
import { openEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'embedded-'));
  folder = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

// Making a database takes seconds; a copy of one does not.
let empty: Blob;
beforeAll(async () => {
  const database = await PGlite.create();
  empty = await database.dumpDataDir('none');
  await database.close();
});

const openNew = () => openEmbeddedDatabase({ dataDir: folder, loadDataDir: empty, log: silentLog });
const open = () => openEmbeddedDatabase({ dataDir: folder, log: silentLog });
const refusal = () =>
  open()
    .then((database) => database.close())
    .catch((error: unknown) => error);

describe('openEmbeddedDatabase', () => {
  it('makes the folder for its owner alone, keeps what was written, and gives the folder back', async () => {
    const first = await open();
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'pgdata')).mode & 0o777]).toEqual([0o700, 0o700]);
    expect(readFileSync(join(folder, 'pgdata/PG_VERSION'), 'utf8').trim()).toBe(clusterVersion);
    await run(first, "create table kept as select 'yes' as answer");
    await Promise.all([first.close(), first.close()]);
    await first.close();
    expect(readdirSync(folder)).toEqual(['pgdata']);

    const second = await open();
    expect(await run(second, 'select * from kept')).toEqual([{ answer: 'yes' }]);
    await second.close();
  });

  it('rolls back what a client had not committed when it closes, and refuses whoever comes later', async () => {
    const database = await openNew();
    await run(database, 'create table notes (id int)');
    const sequelize = new Sequelize({ ...database.sequelizeOptions, logging: false });
    const transaction = await sequelize.transaction();
    await sequelize.query('insert into notes values (1)', { transaction });
    await database.close();
    await expect(sequelize.query('select 1')).rejects.toMatchObject({ message: 'The embedded database is closed' });

    const again = await open();
    expect(await run(again, 'select * from notes')).toEqual([]);
    await again.close();
  });

  it('makes a database again whose making was cut short', async () => {
    mkdirSync(join(folder, 'pgdata'), { recursive: true });
    writeFileSync(join(folder, 'pgdata-unfinished'), '');
    writeFileSync(join(folder, 'pgdata/PG_VERSION'), '18\n');
    const database = await openNew();
    expect(await run(database, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
    expect(existsSync(join(folder, 'pgdata-unfinished'))).toBe(false);
  });
});

describe('openEmbeddedDatabase refuses, and changes nothing,', () => {
  it.each([
    ['the folder of a PostgreSQL server', { PG_VERSION: '16\n', 'base/1': '' }, 'it belongs to a PostgreSQL server'],
    [
      'a database of another version',
      { 'pgdata/PG_VERSION': '16\n' },
      'made by PostgreSQL 16, and this program needs 18',
    ],
    ['files that are no database', { 'pgdata/notes.txt': 'mine' }, 'pgdata in it is not a database'],
  ])('%s', async (_what, files, reason) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const before = contents(folder);
    expect(String(await refusal())).toMatch(new RegExp(`${folder} cannot be used: .*${reason}.* DATA_DIR`));
    expect(contents(folder)).toEqual(before);
  });

  it('a damaged database, and says what PostgreSQL says', async () => {
    await (await openNew()).close();
    writeFileSync(join(folder, 'pgdata/global/pg_control'), 'x');
    const message = String(await refusal());
    expect(message).toContain(
      `${folder} cannot be used: its database does not start (could not read file "global/pg_control"`,
    );
    expect(message).toContain('Restore a backup');
    expect(readdirSync(folder)).toEqual(['pgdata']);
  });

  it('a folder that cannot be made', async () => {
    writeFileSync(folder, 'a file');
    folder = join(folder, 'below');
    expect(String(await refusal())).toContain(
      `${folder} cannot be used: it cannot be written (ENOTDIR). Give this user the right`,
    );
  });
});

describe('a second process on the folder', () => {
  it('ends within 3 seconds naming the first, and the data is as it was', async () => {
    const database = await openNew();
    await run(database, "create table kept as select 'yes' as answer");
    const before = contents(folder);
    const startedAt = performance.now();
    const second = start('opener.mjs');
    const [said, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')]);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect([code, said]).toEqual([1, expect.stringContaining(`${folder} is in use by process ${process.pid}`)]);
    expect(contents(folder)).toEqual(before);
    expect(await run(database, 'select * from kept')).toEqual([{ answer: 'yes' }]);
    await database.close();
  });
});

describe('a process killed in the middle of writing, ten times over', () => {
  it('leaves a folder that opens at once with every acknowledged row, and no half transaction', async () => {
    await (await openNew()).close();
    let acknowledged = -1;
    let slowestMs = 0;
    for (let round = 0; round <= 10; round += 1) {
      const killAfter = 10 + 13 * round;
      const writer = await writeUntilKilled(killAfter);
      slowestMs = Math.max(slowestMs, writer.openMs);
      expect(writer.found.length).toBeGreaterThan(acknowledged);
      expect(writer.found).toEqual(writer.found.map((_, id) => ({ id, halves: 2 })));
      acknowledged = writer.lastWritten;
    }
    expect(slowestMs).toBeLessThan(15_000);
  });
});

interface Writer {
  found: Array<{ id: number; halves: number }>;
  openMs: number;
  lastWritten: number;
}

async function writeUntilKilled(killAfter: number): Promise<Writer> {
  const writer = start('writer.mjs');
  const exit = once(writer, 'exit');
  const problems = text(writer.stderr);
  const lines: string[] = [];
  let rest = '';
  for await (const chunk of writer.stdout) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    if (lines.length > killAfter) writer.kill('SIGKILL'); // what it still said before it died is read to the end
  }
  const [, signal] = await exit;
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${await problems}`);
  const [first, ...acks] = lines.map((line) => JSON.parse(line) as Partial<Writer> & { written?: number }); // the fixture's own lines
  return { found: first?.found ?? [], openMs: first?.openMs ?? Infinity, lastWritten: acks.at(-1)?.written ?? -1 };
}

function start(fixture: string) {
  const script = join(import.meta.dirname, 'fixtures', fixture);
  return spawn(process.execPath, ['--import', 'tsx', script, folder], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(database: EmbeddedDatabase, sql: string): Promise<unknown[]> {
  const sequelize = new Sequelize({ ...database.sequelizeOptions, logging: false });
  const [rows] = await sequelize.query(sql);
  await sequelize.close();
  return rows;
}

function contents(of: string): Array<[string, string]> {
  const files = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).filter((path) => !path.endsWith('/lock'));
  return paths.sort().map((path) => [path, readFileSync(path, 'base64')]);
}
