import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { createSecretBox } from '../secrets/index.js';
import { checkSecrets, secretsState } from '../secrets-check.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { writeState } from '../system-state.js';
import { createProvider } from './create-provider.js';
import { explainKey, resolveKey } from './resolve-key.js';
import { updateOwnSettings } from './settings.js';
import { updateProvider } from './update-provider.js';

const rightBox = createSecretBox({ secretKey: 'the key that this database was filled with' });

let database: TestDatabase;
let provider: AIProvider;
let admin: User;
beforeAll(async () => {
  database = await openTestDatabase({ secretKey: 'another key, of another installation' });
  await writeState(database.sequelize, 'secret_check', rightBox.seal('filled elsewhere'));
  await checkSecrets(database.sequelize);
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await buildUser({ isSuperuser: true });
  provider = await buildProvider({ sharedApiKey: '' });
  await sealByTheRightKey();
});

/** What the right key would have left behind; another hand than ours wrote it. */
async function sealByTheRightKey(): Promise<void> {
  const token = rightBox.seal('sk-sealed-by-the-right-key');
  const place = ['ai_providers', 'sharedApiKey', provider.publicId];
  await database.sequelize.query(
    `update ai_providers set shared_api_key = $token, shared_api_key_last4 = '-key', shared_api_key_binding = $binding where id = $id`,
    { bind: { token, binding: rightBox.bind(place, token), id: provider.id } },
  );
  await database.sequelize.query(
    `insert into admin_provider_settings (admin_id, provider_id, personal_api_key) values ($admin, $provider, $token)`,
    { bind: { admin: admin.id, provider: provider.id, token } },
  );
}

const everySecret = () =>
  database.sequelize.query(
    `select id, shared_api_key as token, shared_api_key_last4 as last4, shared_api_key_binding as binding from ai_providers
     union all select id, personal_api_key, personal_api_key_last4, personal_api_key_binding from admin_provider_settings order by 1, 2`,
    { type: QueryTypes.SELECT },
  );

describe('with a SECRET_KEY that is not this database’s', () => {
  it('says so', () => {
    expect(secretsState(database.sequelize)).toBe('mismatch');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a new shared key', () => updateProvider(provider.publicId, { sharedApiKey: 'sk-new-key-given' }, bySystem)],
    ['the removal of one', () => updateProvider(provider.publicId, { sharedApiKey: null }, bySystem)],
    [
      'a move that would clear it',
      () => updateProvider(provider.publicId, { apiBaseUrl: 'https://other.example' }, bySystem),
    ],
    ['a provider with a key', () => createProvider({ name: 'New', sharedApiKey: 'sk-new-key-given' }, bySystem)],
    [
      'a personal key',
      () => updateOwnSettings(admin, { provider: provider.slug, personalApiKey: 'sk-own-key-given' }, bySystem),
    ],
    [
      'the removal of a personal key',
      () => updateOwnSettings(admin, { provider: provider.slug, personalApiKey: null }, bySystem),
    ],
    ['a bulk write', () => AIProvider.update({ sharedApiKey: 'sk-bulk-key-given' }, { where: {} })],
  ])('refuses %s and leaves every stored byte as it is', async (_what, write) => {
    const before = await everySecret();
    expect(before.length).toBeGreaterThanOrEqual(2);
    await expect(write()).rejects.toMatchObject({ reason: 'ENCRYPTION_KEY_MISMATCH' });
    expect(await everySecret()).toEqual(before);
  });

  it('refuses to hand out a key, by name', async () => {
    await expect(resolveKey(admin, provider.slug, bySystem)).rejects.toMatchObject({ reason: 'KEY_UNREADABLE' });
    expect(await explainKey(admin, provider.slug)).toMatchObject({ allowed: false, code: 'KEY_UNREADABLE' });
    await provider.reload();
    expect(provider.storedKeyState).toMatchObject({ set: true, readable: false });
  });

  it('goes on with everything that is no secret', async () => {
    const before = await everySecret();
    await updateProvider(
      provider.publicId,
      { displayName: 'Renamed', apiBaseUrl: `${provider.apiBaseUrl}/v2` },
      bySystem,
    );
    await updateOwnSettings(admin, { provider: provider.slug, useSharedApi: false }, bySystem);
    await createProvider({ name: `Without a key ${provider.slug}` }, bySystem);
    const after = await everySecret();
    expect(after).toEqual(expect.arrayContaining(before));
    expect((await AIProvider.findByPublicIdOrThrow(provider.publicId)).displayName).toBe('Renamed');
  });
});
