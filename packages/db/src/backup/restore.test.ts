import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import type { Database } from '../database.js';
import { silentLog } from '../log.js';
import { migrate, pendingMigrations } from '../migrate.js';
import { migrations } from '../migrations/index.js';
import { AIProvider } from '../models/ai-provider.js';
import { checkSecrets, secretsState } from '../secrets-check.js';
import { updateProvider } from '../services/update-provider.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { backup } from './backup.js';
import { BackupError } from './backup-error.js';
import { contentOf, fill } from './fixtures/fill.js';
import { kinds, openEmpty } from './fixtures/places.js';
import { restore } from './restore.js';

const secretKey = 'the secret key of the restore tests';
const kind = kinds.at(-1) ?? 'embedded';
let folder: string;
let good: string;
let content: Awaited<ReturnType<typeof contentOf>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-providers-restore-'));
  good = join(folder, 'good.gz');
  const source = await openEmpty(kind, secretKey);
  await fill(source.sequelize);
  await backup(source.sequelize, good);
  content = await contentOf(source.sequelize);
  await source.close();
});
afterAll(() => rm(folder, { recursive: true }));

let target: Database | undefined;
afterEach(async () => {
  await target?.close();
  target = undefined;
});
const openTarget = async (key = secretKey) => {
  target = await openEmpty(kind, key);
  return target.sequelize;
};

/** The good backup with other lines, and a trailer that fits them. */
async function rewritten(change: (lines: string[]) => string[]): Promise<string> {
  const lines = change(
    gunzipSync(await readFile(good))
      .toString()
      .trimEnd()
      .split('\n')
      .slice(0, -1),
  );
  const text = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return fileOf(gzipSync(`${text}${JSON.stringify({ end: true, sha256 })}\n`));
}
async function fileOf(bytes: Buffer | string): Promise<string> {
  const file = join(folder, 'changed');
  await writeFile(file, bytes);
  return file;
}
const withHeader = (change: object) =>
  rewritten(([first = '', ...rows]) => [JSON.stringify({ ...JSON.parse(first), ...change }), ...rows]);
const whole = async () => gunzipSync(await readFile(good));

describe('restore of a file that is not a whole backup of ours', () => {
  let empty: Database;
  beforeAll(async () => {
    empty = await openEmpty(kind, secretKey);
  });
  afterAll(() => empty.close());

  it.each<[string, () => Promise<string>, RegExp]>([
    ['no file', async () => join(folder, 'none'), /no such file/],
    ['a folder', async () => folder, /is a folder/],
    ['a text', () => fileOf('{"format":"ai-providers-backup"}'), /is no backup/],
    ['an empty file', () => fileOf(''), /is no backup|is cut off/],
    [
      'another program’s file',
      () => fileOf(gzipSync('{"format":"other","version":1}\n')),
      /is no backup of this system/,
    ],
    ['another format', () => withHeader({ version: 2 }), /has format 2, and this release reads format 1/],
    ['a header without tables', () => withHeader({ tables: undefined }), /first line .* is damaged/],
    [
      'a newer release’s backup',
      () => withHeader({ migrations: [...migrations.map(({ name }) => name), '9999-later'] }),
      /newer release \(9999-later\)/,
    ],
    ['half of the file', async () => fileOf((await readFile(good)).subarray(0, -2000)), /is cut off/],
    ['all but its last byte', async () => fileOf((await readFile(good)).subarray(0, -1)), /is cut off/],
    ['all but its last line', async () => fileOf(gzipSync((await whole()).subarray(0, -90))), /is cut off/],
    ['half of its lines', async () => fileOf(gzipSync((await whole()).subarray(0, 9000))), /is cut off/],
    [
      'a changed letter',
      async () => fileOf(gzipSync((await whole()).toString().replace('"amount": 1', '"amount": 2'))),
      /was changed/,
    ],
    ['a line too many', async () => fileOf(gzipSync(`${(await whole()).toString()}more\n`)), /was changed/],
    ['a damaged byte', async () => fileOf(spoilt(await readFile(good))), /is damaged|was changed|is cut off/],
  ])('refuses %s and leaves the database without a table', async (_what, make, message) => {
    const { sequelize } = empty;
    const failure: unknown = await restore(sequelize, await make()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BackupError);
    expect(String(failure)).toMatch(message);
    expect((await contentOf(sequelize)).ai_providers).toBeUndefined();
  });
});

describe('restore', () => {
  it('takes back a file that was taken apart and put together again', async () => {
    const sequelize = await openTarget();
    await restore(sequelize, await rewritten((lines) => lines));
    expect(await contentOf(sequelize)).toEqual(content);
  });

  it.each([
    ['a user', () => buildUser()],
    ['a provider', () => buildProvider()],
  ])('refuses a database that has %s, and changes nothing', async (_what, build) => {
    const sequelize = await openTarget();
    await migrate(sequelize, silentLog);
    await checkSecrets(sequelize);
    await build();
    const before = await contentOf(sequelize);
    await expect(restore(sequelize, good)).rejects.toThrow('not empty');
    expect(await contentOf(sequelize)).toEqual(before);
  });

  it('takes a database that was only migrated, with what a start leaves in it', async () => {
    const sequelize = await openTarget();
    await migrate(sequelize, silentLog);
    await checkSecrets(sequelize);
    await restore(sequelize, good);
    expect(await contentOf(sequelize)).toEqual(content);
  });

  it('undoes everything when a row does not fit', async () => {
    const sequelize = await openTarget();
    const broken = await rewritten((lines) =>
      lines.map((line, index) => (index === lines.length - 1 ? '{"key": null}' : line)),
    );
    await expect(restore(sequelize, broken)).rejects.toThrow();
    expect((await contentOf(sequelize)).ai_providers).toBeUndefined();
  });

  it('brings a backup of an earlier release up to date', async () => {
    const early = migrations.slice(0, 2);
    const sequelize = await openTarget();
    await migrate(sequelize, silentLog, early);
    await checkSecrets(sequelize);
    await sequelize.query("insert into users (email, password_hash) values ('a@example.com', '')");
    const file = join(folder, 'early.gz');
    expect((await backup(sequelize, file)).header.migrations).toEqual(early.map(({ name }) => name));
    await target?.close();

    const now = await openTarget();
    await restore(now, file);
    expect(await pendingMigrations(now)).toEqual([]);
    expect((await contentOf(now)).users).toHaveLength(1);
  });

  it('lets a later migration alter what was just restored', async () => {
    const later = migrations as { name: string; up: string }[];
    later.push({ name: '9999-later', up: 'alter table ai_models add column later integer' });
    try {
      const sequelize = await openTarget();
      await restore(sequelize, good);
      expect((await contentOf(sequelize)).ai_models?.[0]).toContain('"later": null');
    } finally {
      later.pop();
    }
  });

  it('refuses a schema that has run ahead of the backup', async () => {
    const sequelize = await openTarget();
    await migrate(sequelize, silentLog);
    const early = await withHeader({ migrations: migrations.slice(0, 2).map(({ name }) => name) });
    await expect(restore(sequelize, early)).rejects.toThrow('newer than the backup');
  });
});

describe('restore with another SECRET_KEY', () => {
  it('is refused, and says which keys it would take', async () => {
    const sequelize = await openTarget('another secret key, of another place');
    await expect(restore(sequelize, good)).rejects.toThrow(
      /^The secrets of this backup need the keys \w{12};.*Nothing was restored/,
    );
    expect((await contentOf(sequelize)).ai_providers).toBeUndefined();
  });

  it('happens when it is wanted, and then no key can be read or written', async () => {
    const sequelize = await openTarget('another secret key, of another place');
    expect(await restore(sequelize, good, { allowOtherKey: true })).toMatchObject({ secrets: 'mismatch' });
    expect(await contentOf(sequelize)).toEqual(content);
    expect(secretsState(sequelize)).toBe('mismatch');
    const [provider] = await AIProvider.findAll();
    expect(() => provider?.getSharedApiKey()).toThrow(expect.objectContaining({ reason: 'KEY_UNREADABLE' }));
    const write = updateProvider(provider?.publicId ?? '', { sharedApiKey: 'sk-new-key-here' }, bySystem);
    await expect(write).rejects.toMatchObject({ reason: 'ENCRYPTION_KEY_MISMATCH' });
  });
});

function spoilt(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy.writeUInt8(copy.readUInt8(middle) ^ 0x10, middle);
  return copy;
}
