import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { verifyAudit } from '../services/verify-audit.js';
import { buildProvider } from '../testing/factories.js';
import { backup } from './backup.js';
import { contentOf, fill } from './fixtures/fill.js';
import { kinds, openEmpty, type Kind } from './fixtures/places.js';
import { restore } from './restore.js';

const secretKey = 'the secret key of the backup tests';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ai-providers-backup-'));
});
afterAll(() => rm(folder, { recursive: true }));

const opened = new Set<Database>();
async function openPlace(kind: Kind, key = secretKey, fallbacks: string[] = []): Promise<Database> {
  const database = await openEmpty(kind, key, fallbacks);
  opened.add(database);
  return database;
}
afterEach(async () => {
  for (const database of opened) await database.close();
  opened.clear();
});

/** A backup of a filled database of a kind, and what was in that. */
async function made(kind: Kind, name: string) {
  const source = await openPlace(kind);
  await fill(source.sequelize);
  const file = join(folder, `${name}-${kind}.gz`);
  const result = await backup(source.sequelize, file);
  return { file, source, result, content: await contentOf(source.sequelize) };
}

const ways = kinds.flatMap((from) => kinds.map((to) => [from, to] as const));

describe.each(ways)('a backup of %s data, restored on %s', (from, to) => {
  it('is the same to the last digit, with every key readable, a sound audit log and no id used again', async () => {
    const { file, content, result } = await made(from, `to-${to}`);
    const target = await openPlace(to);
    const seen: number[] = [];
    const restored = await restore(target.sequelize, file, { onProgress: (done) => seen.push(done) });
    expect(await contentOf(target.sequelize)).toEqual(content);
    expect(restored).toMatchObject({ secrets: 'ok', rows: result.rows });
    expect(seen.at(-1)).toBe(result.rows);
    const [provider] = await AIProvider.findAll();
    const [settings] = await AdminProviderSettings.findAll();
    expect([provider?.getSharedApiKey(), settings?.openStoredKey()]).toEqual(['sk-shared-کلید-0000', 'sk-personal']);
    expect(await verifyAudit()).toMatchObject({ fault: null, checked: 4 });
    expect((await buildProvider()).id).toBe('3');
  });
});

describe('backup', () => {
  it('makes a file for its owner alone, writes over none, and holds no key in clear', async () => {
    const { file, source } = await made('embedded', 'mode');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file);
    await expect(backup(source.sequelize, file)).rejects.toThrow('exists already');
    expect(await readFile(file)).toEqual(before);
    expect(gunzipSync(before).toString()).not.toMatch(/sk-|dap_|کلید"/);
  });

  it('says what cannot be written, and leaves nothing behind', async () => {
    const place = await openPlace('embedded');
    await expect(backup(place.sequelize, join(folder, 'no/such/file'))).rejects.toThrow('no such file or folder');
    const unfinished = join(folder, 'unfinished.gz');
    await expect(backup(place.sequelize, unfinished)).rejects.toThrow(); // it has no tables
    await expect(stat(unfinished)).rejects.toThrow('ENOENT');
  });

  // Embedded, a second connection would wait until the backup is done.
  it.each(kinds.filter((kind) => kind === 'PostgreSQL'))(
    'is of one moment on %s, whatever is written meanwhile',
    async (kind) => {
      const source = await openPlace(kind);
      await fill(source.sequelize);
      const content = await contentOf(source.sequelize);
      const file = join(folder, 'moment.gz');
      let writing: Promise<unknown> | undefined;
      await backup(source.sequelize, file, {
        onProgress() {
          writing ??= source.sequelize.query('delete from usage_ledger; delete from audit_log', {
            transaction: null,
          });
        },
      });
      await writing;
      const target = await openPlace('embedded');
      await restore(target.sequelize, file);
      expect(await contentOf(target.sequelize)).toEqual(content);
    },
  );

  it('names the keys that it needs, also between two of them', async () => {
    const { file } = await made('embedded', 'first');
    const both = join(folder, 'both-keys.gz');
    const turning = await openPlace('embedded', 'a newer secret key of these tests', [secretKey]);
    await restore(turning.sequelize, file);
    await buildProvider({ sharedApiKey: 'sk-under-the-newer' });
    const { header } = await backup(turning.sequelize, both);
    expect(Object.values(header.secretsByKey).toSorted()).toEqual([1, 2]);
    const onlyNewer = await openPlace('embedded', 'a newer secret key of these tests');
    await expect(restore(onlyNewer.sequelize, both)).rejects.toThrow(Object.keys(header.secretsByKey)[1]);
  });
});
