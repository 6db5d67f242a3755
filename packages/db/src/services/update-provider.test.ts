import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderPatch } from '@ai-providers/contracts';
import { bySystem } from '../audit/audited.js';
import { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { updateProvider } from './update-provider.js';

let database: TestDatabase;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  provider = await buildProvider({ apiBaseUrl: 'https://api.example.com/v1', sharedApiKey: 'sk-the-stored-key' });
});

const stored = () => AIProvider.findByPublicIdOrThrow(provider.publicId);
const update = (patch: ProviderPatch, expected?: string) =>
  updateProvider(provider.publicId, patch, bySystem, expected);
const keyAfter = async (patch: ProviderPatch) => {
  await update(patch);
  const row = await stored();
  return row.hasStoredKey ? row.getSharedApiKey() : null;
};

describe('the shared key, when the address changes', () => {
  it.each([
    ['another host', 'https://evil.example/v1'],
    ['a host below it', 'https://api.example.com.evil.example/v1'],
    ['another port', 'https://api.example.com:8443/v1'],
    ['plain HTTP', 'http://api.example.com/v1'],
    ['no address', ''],
  ])('is cleared for %s', async (_what, apiBaseUrl) => {
    expect(await keyAfter({ apiBaseUrl })).toBeNull();
    expect((await stored()).storedKeyState).toEqual({ set: false, last4: null, readable: false, updatedAt: null });
  });

  it.each([
    ['another path', 'https://api.example.com/v2/chat'],
    ['the default port written out', 'https://api.example.com:443/v1'],
    ['the same address', 'https://api.example.com/v1'],
  ])('stays for %s', async (_what, apiBaseUrl) => {
    expect(await keyAfter({ apiBaseUrl })).toBe('sk-the-stored-key');
  });

  it('is the new one when it comes in the same save', async () => {
    expect(await keyAfter({ apiBaseUrl: 'https://other.example', sharedApiKey: 'sk-of-the-new-host' })).toBe(
      'sk-of-the-new-host',
    );
  });

  it('does not come back with the old address', async () => {
    await update({ apiBaseUrl: 'https://other.example' });
    expect(await keyAfter({ apiBaseUrl: 'https://api.example.com/v1' })).toBeNull();
  });

  it('is named in the audit row as changed, without a value', async () => {
    await update({ apiBaseUrl: 'https://other.example' });
    const entry = await AuditEntry.findOne({ order: [['id', 'DESC']] });
    expect(entry?.changes).toEqual(
      expect.arrayContaining([
        { field: 'apiBaseUrl', from: 'https://api.example.com/v1', to: 'https://other.example' },
        { field: 'sharedApiKey' },
      ]),
    );
    expect(entry?.changes).toHaveLength(2);
  });
});

describe('updateProvider', () => {
  it('keeps what is absent and removes a key with null', async () => {
    await update({ website: 'https://example.com' });
    expect(await stored()).toMatchObject({
      name: provider.name,
      apiBaseUrl: provider.apiBaseUrl,
      website: 'https://example.com',
    });
    expect((await stored()).getSharedApiKey()).toBe('sk-the-stored-key');
    expect(await keyAfter({ sharedApiKey: null })).toBeNull();
  });

  it('saves over what the caller saw', async () => {
    await update({ displayName: 'Seen' }, (await stored()).updatedAt.toISOString());
    expect((await stored()).displayName).toBe('Seen');
  });

  it('refuses to save over what the caller did not see, and changes nothing', async () => {
    const seen = new Date(provider.updatedAt.getTime() - 1).toISOString();
    await expect(update({ displayName: 'Lost' }, seen)).rejects.toMatchObject({ reason: 'EDIT_CONFLICT' });
    expect((await stored()).displayName).toBe(provider.displayName);
  });

  it('lets one of several through who saw the same record and save at once', async () => {
    const seen = provider.updatedAt.toISOString();
    const names = ['A', 'B', 'C', 'D', 'E'];
    const results = await Promise.allSettled(names.map((displayName) => update({ displayName }, seen)));
    const saved = names.filter((_name, index) => results[index]?.status === 'fulfilled');
    expect(saved).toEqual([(await stored()).displayName]);
  });

  it('loses neither of two changes made at once', async () => {
    await Promise.all([
      update({ displayName: 'One' }),
      update({ website: 'https://two.example' }),
      update({ sortOrder: 3 }),
    ]);
    expect(await stored()).toMatchObject({ displayName: 'One', website: 'https://two.example', sortOrder: 3 });
  });

  it('does not write a cleared key back from a save made at the same time', async () => {
    await Promise.all([update({ apiBaseUrl: 'https://other.example' }), update({ displayName: 'Same time' })]);
    expect(await stored()).toMatchObject({ hasStoredKey: false, displayName: 'Same time' });
  });

  it('writes the names of changed parts of a config, and none of their values', async () => {
    await update({ config: { headers: { 'x-org': 'canary-value' }, note: 'canary-note' } });
    const entry = await AuditEntry.findOne({ order: [['id', 'DESC']] });
    expect(entry?.changes).toEqual([{ field: 'config.headers' }, { field: 'config.note' }]);
  });
});
