import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { checkSecrets } from '../secrets-check.js';
import { createSecretBox } from '../secrets/index.js';
import { readState, writeState } from '../system-state.js';
import { buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { adoptKeys } from './adopt-keys.js';
import { rotateKeys } from './rotate-keys.js';

const secretKey = 'django-key-of-the-fixture (r!p&7x_2';
const former = 'a key that the deployment had before';
const dump = readFileSync(new URL('./fixtures/django-dump.sql', import.meta.url), 'utf8');

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ secretKey, fallbacks: [former] });
  await database.sequelize.query(dump);
});
afterAll(() => database.close());

const everySecret = () =>
  database.sequelize.query<Record<string, unknown>>(
    `select slug as name, updated_at, shared_api_key as token, shared_api_key_last4 as last4, shared_api_key_binding as binding,
       shared_api_key_updated_at as key_updated_at from ai_providers
     union all select id::text, updated_at, personal_api_key, personal_api_key_last4, personal_api_key_binding,
       personal_api_key_updated_at from admin_provider_settings order by name`,
    { type: QueryTypes.SELECT },
  );
const bySlug = async (slug: string) => AIProvider.findOne({ where: { slug }, rejectOnEmpty: true });
const personalKey = async (id: string) => AdminProviderSettings.findByPk(id, { rejectOnEmpty: true });

describe('adoptKeys', () => {
  it('comes after rows of Django that hold keys which cannot be used yet', async () => {
    expect((await bySlug('openai')).storedKeyState).toMatchObject({ set: true, last4: null, readable: false });
    expect(await rotateKeys()).toMatchObject({ changed: 0, underOlderKeys: 1 });
  });

  it('refuses a SECRET_KEY that is not this database’s, and changes nothing', async () => {
    const [check, before] = [(await readState(database.sequelize, 'secret_check')) ?? '', await everySecret()];
    await writeState(
      database.sequelize,
      'secret_check',
      createSecretBox({ secretKey: 'of another installation' }).seal('x'),
    );
    await expect(adoptKeys()).rejects.toMatchObject({ reason: 'ENCRYPTION_KEY_MISMATCH' });
    expect(await everySecret()).toEqual(before);
    await writeState(database.sequelize, 'secret_check', check);
    expect(await checkSecrets(database.sequelize)).toBe('ok');
  });

  it('adopts what opens under our keys, names the rest, and shows no key', async () => {
    const own = await buildProvider({ slug: 'own', sharedApiKey: 'sk-entered-here' });
    const moved = await buildProvider({ slug: 'moved', sharedApiKey: 'sk-soon-replaced' });
    await database.sequelize.query(
      "update ai_providers set shared_api_key = (select shared_api_key from ai_providers where slug = 'openai') where id = $id",
      { bind: { id: moved.id } },
    );
    const before = await everySecret();
    const result = await adoptKeys();
    expect(result).toEqual({
      adopted: [
        'the shared key of openai',
        'the shared key of anthropic',
        'the shared key of short',
        'the personal key of sara@example.com for openai',
      ],
      unreadable: [
        'the shared key of groq',
        'the shared key of hollow',
        'the shared key of clear',
        'the personal key of sara@example.com for groq',
      ],
    });
    expect(inspect(result)).not.toMatch(/gAAAA|sk-/);
    const touched = new Set(['openai', 'anthropic', 'short', '31']);
    const untouched = (rows: Record<string, unknown>[]) => rows.filter(({ name }) => !touched.has(String(name)));
    expect(untouched(await everySecret())).toEqual(untouched(before));
    await Promise.all([own.reload(), moved.reload()]);
    expect([own.isStoredKeyReadable(), moved.isStoredKeyReadable()]).toEqual([true, false]);
  });

  it('makes them readable to the letter, and the rows look as old as they are', async () => {
    const openai = await bySlug('openai');
    expect(openai.getSharedApiKey()).toBe('sk-django-shared-openai-WXYZ');
    expect(openai.storedKeyState).toEqual({
      set: true,
      last4: 'WXYZ',
      readable: true,
      updatedAt: '2025-01-02T03:04:05.678Z',
    });
    expect(openai.updatedAt.toISOString()).toBe('2025-01-02T03:04:05.678Z');
    expect((await bySlug('anthropic')).getSharedApiKey()).toBe('sk-django-former-کلید');
    expect((await bySlug('short')).storedKeyState).toMatchObject({ readable: true, last4: null });
    expect((await personalKey('31')).openStoredKey()).toBe('sk-django-personal-sara');
    expect((await personalKey('32')).isStoredKeyReadable()).toBe(false);
  });

  it('writes one audit row of counts', async () => {
    const entries = await AuditEntry.findAll({ where: { action: 'keys.adopt' } });
    expect(entries.map(({ changes }) => changes)).toEqual([
      [
        { field: 'adopted', to: 4 },
        { field: 'unreadable', to: 4 },
      ],
    ]);
  });

  it('finds nothing left to adopt in a second run, and rotation does the rest', async () => {
    expect(await adoptKeys()).toMatchObject({ adopted: [] });
    expect(await rotateKeys()).toMatchObject({ changed: 1, underOlderKeys: 0 });
    expect((await bySlug('anthropic')).getSharedApiKey()).toBe('sk-django-former-کلید');
  });

  it('leaves ids free for rows that are made later', async () => {
    expect(Number((await buildProvider()).id)).toBeGreaterThan(14);
  });
});

describe('adoptKeys with another SECRET_KEY than that of the copied rows', () => {
  it('refuses, and does not shut the right one out', async () => {
    const { sequelize, close } = await openTestDatabase({ secretKey: 'not the key of the deployment, no' });
    await sequelize.query("delete from system_state where key = 'secret_check'");
    await sequelize.query(dump);
    await expect(adoptKeys()).rejects.toMatchObject({ reason: 'ENCRYPTION_KEY_MISMATCH' });
    expect(await readState(sequelize, 'secret_check')).toBeNull();
    await close();
  });
});
