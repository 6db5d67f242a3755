import { randomUUID } from 'node:crypto';
import { providerListInput, type ProviderFilter } from '@ai-providers/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { DomainError } from '../errors.js';
import { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { inBulk } from './in-bulk.js';
import { listProviders } from './list-providers.js';
import { findBulkProviders, updateProviders } from './update-providers.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
});

const everybody = { activeOnly: false, slugs: null };
const readers = { activeOnly: true, slugs: null };
const namesOf = (providers: readonly AIProvider[]) => providers.map(({ name }) => name);
const matching = async (filter: ProviderFilter, scope = everybody) =>
  namesOf((await listProviders(providerListInput.parse(filter), scope)).providers);

describe('a filter of providers', () => {
  beforeEach(async () => {
    await buildProvider({ name: 'Keyed', allowSharedForNormalAdmins: true });
    await buildProvider({ name: 'Bare', sharedApiKey: '' });
    await buildProvider({ name: 'Copied' });
    // As after a copy by SQL: the binding is that of another row.
    await database.sequelize.query(`update ai_providers set shared_api_key_binding = 'x' where name = 'Copied'`);
  });

  it('knows who has a key, who has none, and whose cannot be read', async () => {
    expect(await matching({ keyState: 'set' })).toEqual(['Copied', 'Keyed']);
    expect(await matching({ keyState: 'none' })).toEqual(['Bare']);
    expect(await matching({ keyState: 'unreadable' })).toEqual(['Copied']);
  });

  it('knows where the shared key is open to all admins', async () => {
    expect(await matching({ sharedForNormalAdmins: true })).toEqual(['Keyed']);
    expect(await matching({ sharedForNormalAdmins: false, search: 'bar' })).toEqual(['Bare']);
  });

  it('tells readers nothing of keys that cannot be read', async () => {
    await expect(matching({ keyState: 'unreadable' }, readers)).rejects.toMatchObject({ reason: 'FORBIDDEN' });
    expect(await matching({ keyState: 'none' }, readers)).toEqual(['Bare']);
  });
});

describe('findBulkProviders', () => {
  it('finds each id once, and tells those that lead nowhere', async () => {
    const [first, second] = [await buildProvider(), await buildProvider()];
    const unknown = randomUUID();
    const publicIds = [second.publicId, unknown, first.publicId, second.publicId, unknown];
    const { providers, missing } = await findBulkProviders({ publicIds }, everybody);
    expect(namesOf(providers)).toEqual([first.name, second.name]);
    expect(missing).toEqual([{ publicId: unknown, name: null, ok: false, reason: 'NOT_FOUND' }]);
  });

  it('hides from readers what is switched off, named or counted', async () => {
    const { publicId } = await buildProvider({ isActive: false });
    expect((await findBulkProviders({ publicIds: [publicId] }, readers)).providers).toEqual([]);
    await expect(findBulkProviders({ filter: {}, expectedCount: 1 }, readers)).rejects.toMatchObject({
      params: { expected: 1, found: 0 },
    });
  });

  it.each([1, 3])('refuses a filter that no longer matches the %i that were seen', async (expectedCount) => {
    await buildProvider({ displayName: 'Mine one' });
    await buildProvider({ displayName: 'Mine two' });
    await buildProvider();
    const filter = { search: 'mine' };
    await expect(findBulkProviders({ filter, expectedCount }, everybody)).rejects.toMatchObject({
      reason: 'COUNT_CHANGED',
      params: { expected: expectedCount, found: 2 },
    });
    expect((await findBulkProviders({ filter, expectedCount: 2 }, everybody)).providers).toHaveLength(2);
  });
});

describe('updateProviders', () => {
  it('writes a row of each that it changed, and leaves alone what is so already', async () => {
    const rows = [await buildProvider(), await buildProvider({ isActive: false }), await buildProvider()];
    const before = await AuditEntry.count();
    const results = await updateProviders(rows, { isActive: false }, bySystem);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await AIProvider.count({ where: { isActive: true } })).toBe(0);
    expect(await AuditEntry.count()).toBe(before + 2);
  });

  it('goes on past one that was deleted meanwhile, and clears the cache', async () => {
    const rows = [await buildProvider({ name: 'A' }), await buildProvider({ name: 'B' }), await buildProvider()];
    await AIProvider.getActiveProviders();
    await AIProvider.destroy({ where: { name: 'A' } });
    const results = await updateProviders(rows, { isActive: false }, bySystem);
    expect(results.map(({ ok, reason }) => reason ?? ok)).toEqual(['NOT_FOUND', true, true]);
    expect(await AIProvider.getActiveProviders()).toEqual([]);
  });
});

describe('inBulk', () => {
  const rows = ['a', 'b', 'c'].map((publicId) => ({ publicId, displayName: publicId }));

  it('ends with a fault that is no refusal', async () => {
    const change = vi.fn().mockResolvedValueOnce(null).mockRejectedValue(new Error('a bug'));
    await expect(inBulk(rows, change)).rejects.toThrow('a bug');
    expect(change).toHaveBeenCalledTimes(2);
  });

  it('ends when the database is away: the other rows would fail alike', async () => {
    const change = vi.fn().mockRejectedValue(new DomainError('DATABASE_UNAVAILABLE', 'away'));
    await expect(inBulk(rows, change)).rejects.toMatchObject({ reason: 'DATABASE_UNAVAILABLE' });
    expect(change).toHaveBeenCalledOnce();
  });
});
