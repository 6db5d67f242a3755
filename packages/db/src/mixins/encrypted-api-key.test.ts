import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { createSecretBox } from '../secrets/index.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';

const canary = 'sk-CANARY-5f0e1c7a9b-WXYZ';
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const stored = async (provider: AIProvider) => {
  const [rows] = await database.sequelize.query('select * from ai_providers where public_id = $id', {
    bind: { id: provider.publicId },
  });
  return rows[0] as Record<string, unknown>;
};

describe('EncryptedAPIKeyMixin', () => {
  it('encrypts a key on save and gives it back', async () => {
    const provider = await buildProvider({ sharedApiKey: canary });
    expect((await stored(provider)).shared_api_key).toMatch(/^gAAAAA/);
    expect((await AIProvider.findByPublicIdOrThrow(provider.publicId)).getSharedApiKey()).toBe(canary);
  });

  it('holds plaintext at no moment in the instance, the row or an error', async () => {
    const first = await buildProvider();
    const provider = AIProvider.build({ name: first.name, slug: 'other', displayName: 'Other', sharedApiKey: canary });
    const clash: unknown = await provider.save().catch((error: unknown) => error);
    for (const place of [provider, provider.toJSON(), clash, await stored(first)])
      expect(inspect(place, { depth: 9 })).not.toContain(canary);
    expect(JSON.stringify(provider)).not.toContain('gAAAAA');
  });

  it('keeps the last four of a long key and nothing of a short one', async () => {
    expect((await buildProvider({ sharedApiKey: 'twelve-chars' })).storedKeyState.last4).toBe('hars');
    expect((await buildProvider({ sharedApiKey: 'eleven-char' })).storedKeyState.last4).toBeNull();
  });

  it('leaves a token of ours as it is and seals a text that only looks like one', async () => {
    const token = database.secrets.seal(canary);
    const provider = await buildProvider({ sharedApiKey: token });
    expect((await stored(provider)).shared_api_key).toBe(token);
    const foreign = createSecretBox({ secretKey: 'another key altogether, of no use here' }).seal('x');
    expect((await buildProvider({ sharedApiKey: foreign })).getSharedApiKey()).toBe(foreign);
  });

  it('keeps the key when other fields are saved and removes it on request', async () => {
    const provider = await buildProvider({ sharedApiKey: canary });
    await provider.update({ website: 'https://example.com' });
    expect((await AIProvider.findByPublicIdOrThrow(provider.publicId)).getSharedApiKey()).toBe(canary);
    await provider.update({ sharedApiKey: '' });
    expect((await stored(provider)).shared_api_key_binding).toBeNull();
    expect(() => provider.getSharedApiKey()).toThrow(expect.objectContaining({ reason: 'KEY_NOT_CONFIGURED' }));
  });

  it('refuses a token that was copied from another row', async () => {
    const [victim, thief] = [await buildProvider({ sharedApiKey: canary }), await buildProvider()];
    const { shared_api_key: token, shared_api_key_binding: binding } = await stored(victim);
    await database.sequelize.query(
      'update ai_providers set shared_api_key = $token, shared_api_key_binding = $binding where id = $id',
      {
        bind: { token, binding, id: thief.id },
      },
    );
    const moved = await AIProvider.findByPublicIdOrThrow(thief.publicId);
    expect(moved.storedKeyState).toMatchObject({ set: true, readable: false });
    expect(() => moved.getSharedApiKey()).toThrow(expect.objectContaining({ reason: 'KEY_UNREADABLE' }));
  });

  it.each([
    ['a flipped byte', (token: string) => `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`],
    ['plaintext', () => canary],
    [
      'a token of another installation',
      () => createSecretBox({ secretKey: 'another key altogether, of no use here' }).seal(canary),
    ],
  ])('calls a column that holds %s unreadable, without its content', async (_name, spoil) => {
    const provider = await buildProvider({ sharedApiKey: canary });
    const { shared_api_key: token } = await stored(provider);
    await database.sequelize.query('update ai_providers set shared_api_key = $token where id = $id', {
      bind: { token: spoil(String(token)), id: provider.id },
    });
    const spoilt = await AIProvider.findByPublicIdOrThrow(provider.publicId);
    expect(spoilt.storedKeyState.readable).toBe(false);
    const failure: unknown = await Promise.resolve()
      .then(() => spoilt.getSharedApiKey())
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ reason: 'KEY_UNREADABLE' });
    expect(inspect(failure, { depth: 9 })).not.toMatch(/CANARY|gAAAAA/);
  });

  it('binds a personal key to its admin and provider', async () => {
    const [admin, other, provider] = [await buildUser(), await buildUser(), await buildProvider()];
    const settings = await AdminProviderSettings.create({
      adminId: admin.id,
      providerId: provider.id,
      personalApiKey: canary,
    });
    await database.sequelize.query('update admin_provider_settings set admin_id = $other where id = $id', {
      bind: { other: other.id, id: settings.id },
    });
    await settings.reload();
    expect(settings.storedKeyState.readable).toBe(false);
  });

  it('binds in bulk writes, too', async () => {
    const admin = await buildUser();
    const providers = [await buildProvider(), await buildProvider()];
    await AdminProviderSettings.bulkCreate(
      providers.map(({ id }) => ({ adminId: admin.id, providerId: id, personalApiKey: canary })),
    );
    const rows = await AdminProviderSettings.findAll({ where: { adminId: admin.id } });
    expect(rows.map((row) => row.openStoredKey())).toEqual([canary, canary]);
    await AIProvider.update({ sharedApiKey: canary }, { where: { id: providers.map(({ id }) => id) } });
    const renewed = await AIProvider.findAll({ where: { id: providers.map(({ id }) => id) } });
    expect(renewed.map((provider) => provider.getSharedApiKey())).toEqual([canary, canary]);
  });
});
