import { createHash, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { QueryTypes } from 'sequelize';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { checkSecrets } from '../secrets-check.js';
import { makeToken } from '../secrets/fixtures/reference-codec.js';
import { createSecretBox } from '../secrets/index.js';
import { readState, writeState } from '../system-state.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { rotateKeys, rotateKeysPart } from './rotate-keys.js';
import { replaceSecret, storedSecrets, type StoredSecret } from './stored-secrets.js';

const former = 'the former secret key of this place';
const formerBox = createSecretBox({ secretKey: former });
const newKey = 'the new secret key of this place, too';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase({ secretKey: newKey, fallbacks: [former] });
  await writeState(database.sequelize, 'secret_check', formerBox.seal('as the former key left it'));
});
afterEach(() => database.close());

const sql = (text: string, bind: Record<string, unknown> = {}) => database.sequelize.query(text, { bind });
const rows = (table: string) =>
  database.sequelize.query(`select * from ${table} order by id`, { type: QueryTypes.SELECT });

/** A provider as the former key left it. */
async function formerProvider(plaintext: string): Promise<AIProvider> {
  const provider = await buildProvider({ sharedApiKey: '' });
  const token = formerBox.seal(plaintext);
  await sql('update ai_providers set shared_api_key = $token, shared_api_key_binding = $binding where id = $id', {
    id: provider.id,
    token,
    binding: formerBox.bind(['ai_providers', 'sharedApiKey', provider.publicId], token),
  });
  return provider.reload();
}

const isUnderNewKeyAlone = (provider: AIProvider) => {
  const alone = createSecretBox({ secretKey: newKey });
  const binding = String(provider.getDataValue('sharedApiKeyBinding'));
  return alone.isSealed(provider.sharedApiKey) && alone.isBound(provider.placeOfKey(), provider.sharedApiKey, binding);
};

const leftOf = ({ slug }: AIProvider, condition: string) => ({
  label: `the shared key of ${slug}`,
  provider: slug,
  admin: null,
  condition,
});

describe('rotateKeys', () => {
  it('writes shared and personal keys anew, and the check row at last', async () => {
    const provider = await formerProvider('sk-of-old');
    const settings = await AdminProviderSettings.create({
      adminId: (await buildUser()).id,
      providerId: provider.id,
      personalApiKey: 'sk-own',
    });
    const before = settings.personalApiKey;
    expect(await rotateKeys()).toMatchObject({
      changed: 1,
      byKey: { [database.secrets.keyId]: 2, [formerBox.keyId]: 0 },
      left: [],
      underOlderKeys: 0,
    });
    await Promise.all([provider.reload(), settings.reload()]);
    expect(isUnderNewKeyAlone(provider)).toBe(true);
    expect([provider.getSharedApiKey(), settings.openStoredKey()]).toEqual(['sk-of-old', 'sk-own']);
    expect(settings.personalApiKey).toBe(before);
    expect(
      createSecretBox({ secretKey: newKey }).isSealed((await readState(database.sequelize, 'secret_check')) ?? ''),
    ).toBe(true);
  });

  it('does not make a row look edited', async () => {
    const provider = await formerProvider('sk-of-old');
    const { sharedApiKey: _token, sharedApiKeyBinding: _binding, ...rest } = provider.get({ plain: true });
    await rotateKeys();
    expect((await provider.reload()).get({ plain: true })).toMatchObject(rest);
  });

  it('binds anew what is bound under an older key only', async () => {
    const provider = await buildProvider({ sharedApiKey: 'sk-new-token' });
    const binding = formerBox.bind(provider.placeOfKey(), provider.sharedApiKey);
    await sql('update ai_providers set shared_api_key_binding = $binding', { binding });
    expect(await rotateKeys()).toMatchObject({ changed: 1 });
    expect(isUnderNewKeyAlone(await provider.reload())).toBe(true);
  });

  it('changes nothing in a second run', async () => {
    await formerProvider('sk-of-old');
    await rotateKeys();
    const before = await rows('ai_providers');
    expect(await rotateKeys()).toMatchObject({ changed: 0 });
    expect(await rows('ai_providers')).toEqual(before);
  });

  it('refuses a SECRET_KEY that is not this database’s, and changes nothing', async () => {
    await formerProvider('sk-of-old');
    await writeState(
      database.sequelize,
      'secret_check',
      createSecretBox({ secretKey: 'of another installation' }).seal('x'),
    );
    const before = [await rows('ai_providers'), await rows('audit_log')];
    await expect(rotateKeys()).rejects.toMatchObject({ reason: 'ENCRYPTION_KEY_MISMATCH' });
    expect([await rows('ai_providers'), await rows('audit_log')]).toEqual(before);
  });

  it('names what it cannot use, without a token, and leaves it alone', async () => {
    const [good, lost, moved, copied] = [
      await formerProvider('sk-good'),
      await formerProvider('sk-lost'),
      await formerProvider('sk-moved'),
      await formerProvider('sk-copied'),
    ];
    const foreign = createSecretBox({ secretKey: 'of another installation' }).seal('sk-lost');
    await sql('update ai_providers set shared_api_key = $foreign where id = $id', { foreign, id: lost.id });
    await sql('update ai_providers set shared_api_key = $token where id = $id', {
      token: good.sharedApiKey,
      id: moved.id,
    });
    await sql('update ai_providers set shared_api_key_binding = null where id = $id', { id: copied.id });
    const before = (await rows('ai_providers')).slice(1);
    const result = await rotateKeys();
    expect(result.left).toEqual([leftOf(lost, 'unreadable'), leftOf(moved, 'misplaced'), leftOf(copied, 'unbound')]);
    expect(inspect(result, { depth: 9 })).not.toMatch(/gAAAA|sk-/);
    expect((await rows('ai_providers')).slice(1)).toEqual(before);
  });

  it('keeps the check row under the former key while a key still needs it', async () => {
    const copied = await formerProvider('sk-copied');
    await sql('update ai_providers set shared_api_key_binding = null where id = $id', { id: copied.id });
    const before = await readState(database.sequelize, 'secret_check');
    expect(await rotateKeys()).toMatchObject({ underOlderKeys: 1 });
    expect(await readState(database.sequelize, 'secret_check')).toBe(before);
    expect(await checkSecrets(database.sequelize)).toBe('ok');
  });

  it('does not wait for a token with nothing in it', async () => {
    const provider = await formerProvider('sk-soon-empty');
    // Python encrypts an empty text, too; we refuse to.
    const token = makeToken(createHash('sha256').update(former).digest(), { plaintext: '', seconds: 0 });
    const binding = formerBox.bind(provider.placeOfKey(), token);
    await sql('update ai_providers set shared_api_key = $token, shared_api_key_binding = $binding', { token, binding });
    expect(await rotateKeys()).toMatchObject({ underOlderKeys: 0, left: [{ condition: 'unreadable' }] });
  });

  it('writes one audit row of counts, with no key in it', async () => {
    await formerProvider('sk-of-old');
    await rotateKeys();
    const [entry, ...others] = await AuditEntry.findAll();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: 'keys.rotate', actorPublicId: null, via: 'system' });
    expect(entry?.changes).toEqual([
      { field: 'changed', to: 1 },
      { field: 'left', to: 0 },
      { field: 'underOlderKeys', to: 0 },
      { field: 'keyId', to: database.secrets.keyId },
    ]);
  });

  it('never writes over an edit that came between its reading and its writing', async () => {
    const provider = await formerProvider('sk-of-old');
    const {
      value: [secret],
    } = (await storedSecrets().next()) as { value: [StoredSecret] }; // the one that was made
    await provider.update({ sharedApiKey: 'sk-edited' });
    expect(await replaceSecret(secret, { token: 'x', binding: 'y' })).toBe(false);
    await provider.reload();
    expect(provider.getSharedApiKey()).toBe('sk-edited');
    await provider.destroy();
    expect(await replaceSecret(secret, { token: 'x', binding: 'y' })).toBe(false);
  });
});

describe('rotateKeysPart', () => {
  const by = { ...bySystem, actor: { publicId: randomUUID(), label: 'a@example.com' }, via: 'session' as const };
  const former = async (count: number) => {
    const made = [];
    for (let number = 0; number < count; number += 1) made.push(await formerProvider(`sk-${number}`));
    return made;
  };
  const checkIsNew = async () =>
    createSecretBox({ secretKey: newKey }).isSealed((await readState(database.sequelize, 'secret_check')) ?? '');

  it('walks over shared and personal keys, part after part, each with its audit row', async () => {
    const providers = await former(3);
    const adminId = (await buildUser()).id;
    for (const { id: providerId } of providers)
      await AdminProviderSettings.create({ adminId, providerId, personalApiKey: 'sk-own' });
    const parts = [await rotateKeysPart(null, 2, by)];
    expect(await checkIsNew()).toBe(false);
    for (let part = parts[0]; part?.through; parts.push(part)) part = await rotateKeysPart(part.through, 2, by);
    expect(parts.map(({ done, total, changed }) => [done, total, changed])).toEqual([
      [2, 6, 2],
      [2, 6, 1],
      [2, 6, 0],
    ]);
    for (const provider of providers) expect(isUnderNewKeyAlone(await provider.reload())).toBe(true);
    expect(await checkIsNew()).toBe(true);
    const rows = await AuditEntry.findAll({ where: { action: 'keys.rotate' }, order: [['id', 'ASC']] });
    expect(rows.map(({ actorLabel, changes }) => [actorLabel, changes[0]])).toEqual(
      [2, 1, 0].map((to) => ['a@example.com', { field: 'changed', to }]),
    );
  });

  it('goes on where an earlier run was stopped', async () => {
    const [first, second] = await former(2);
    await rotateKeysPart(null, 1, by);
    await second?.reload();
    expect([first && isUnderNewKeyAlone(await first.reload()), second && isUnderNewKeyAlone(second)]).toEqual([
      true,
      false,
    ]);
    expect(await rotateKeysPart(null, 100, by)).toMatchObject({ done: 2, changed: 1, through: null, left: [] });
  });

  it('names what it could not read, and leaves it alone', async () => {
    const [lost] = await former(1);
    await sql("update ai_providers set shared_api_key = 'gAAAAABroken'");
    expect(await rotateKeysPart(null, 100, by)).toMatchObject({
      changed: 0,
      left: [lost && leftOf(lost, 'unreadable')],
    });
  });

  it('ends at once where nothing is stored', async () => {
    expect(await rotateKeysPart(null, 100, by)).toEqual({ done: 0, total: 0, changed: 0, through: null, left: [] });
  });
});
