import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import type { User } from '../models/user.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { listSettings, resetUsage, setLimit, updateOwnSettings } from './settings.js';

let clock = Date.UTC(2026, 2, 31, 23, 59);
let database: TestDatabase;
let admin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = Date.UTC(2026, 2, 31, 23, 59);
  admin = await buildUser();
  provider = await buildProvider();
});

const row = () =>
  AdminProviderSettings.findOne({ where: { adminId: admin.id, providerId: provider.id }, rejectOnEmpty: true });

describe('settings', () => {
  it('stand at their defaults without a row, and reading makes none', async () => {
    const mine = (await listSettings(admin)).find(({ provider: each }) => each?.slug === provider.slug);
    expect(mine).toMatchObject({ useSharedApi: true, monthlyLimit: 1000, usageThisMonth: 0, hasStoredKey: false });
    expect(await AdminProviderSettings.count({ where: { adminId: admin.id } })).toBe(0);
  });

  it('of two first writers at once end as one row with both changes', async () => {
    await Promise.all([
      updateOwnSettings(admin, { provider: provider.slug, useSharedApi: false }, bySystem),
      updateOwnSettings(admin, { provider: provider.slug, personalApiKey: 'sk-own-key-1234' }, bySystem),
      setLimit(admin, provider.slug, 5, bySystem),
    ]);
    expect(await AdminProviderSettings.count({ where: { adminId: admin.id } })).toBe(1);
    const settings = await row();
    expect(settings).toMatchObject({ useSharedApi: false, monthlyLimit: 5 });
    expect(settings.attach(admin, provider).getApiKey()).toBe('sk-own-key-1234');
  });

  it('name in each audit row what stood there before, also of changes made at once', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((limit) => setLimit(admin, provider.slug, limit, bySystem)));
    const { publicId } = await row();
    const entries = await AuditEntry.findAll({ where: { targetPublicId: publicId }, order: [['id', 'ASC']] });
    const changes = entries.map((entry) => entry.changes[0]);
    expect(changes).toHaveLength(5);
    expect(changes.map((change) => change?.from)).toEqual([1000, ...changes.slice(0, -1).map((change) => change?.to)]);
  });

  it('keep what is absent', async () => {
    await updateOwnSettings(
      admin,
      { provider: provider.slug, useSharedApi: false, personalApiKey: 'sk-own-key-1234' },
      bySystem,
    );
    await updateOwnSettings(admin, { provider: provider.slug, useSharedApi: true }, bySystem);
    expect((await row()).openStoredKey()).toBe('sk-own-key-1234');
  });

  it('keep the count when the limit changes, and lose it at a reset', async () => {
    await setLimit(admin, provider.slug, 10, bySystem);
    await (await row()).update({ monthlyUsage: 7, usagePeriod: '2026-03-01' });
    await setLimit(admin, provider.slug, null, bySystem);
    expect((await row()).usageThisMonth).toBe(7);
    await resetUsage(admin, provider.slug, bySystem);
    expect(await row()).toMatchObject({ usageThisMonth: 0, monthlyLimit: null });
    const entry = await AuditEntry.findOne({ order: [['id', 'DESC']] });
    expect(entry).toMatchObject({
      action: 'settings.reset_usage',
      changes: [{ field: 'monthlyUsage', from: 7, to: 0 }],
    });
  });

  it('count from 0 in a new month in UTC, with nothing run between', async () => {
    await setLimit(admin, provider.slug, 10, bySystem);
    await (await row()).update({ monthlyUsage: 7, usagePeriod: '2026-03-01' });
    clock += 59_999;
    expect((await row()).usageThisMonth).toBe(7);
    clock += 1;
    expect((await row()).usageThisMonth).toBe(0);
  });

  it.each([
    ['an unknown provider', () => 'nobody-knows-it'],
    ['a switched-off one', async () => (await buildProvider({ isActive: false })).slug],
  ])('cannot be changed for %s', async (_what, slugOf) => {
    const slug = await slugOf();
    await expect(updateOwnSettings(admin, { provider: slug, useSharedApi: false }, bySystem)).rejects.toMatchObject({
      reason: 'NOT_FOUND',
    });
    await expect(setLimit(admin, slug, 1, bySystem)).rejects.toMatchObject({ reason: 'NOT_FOUND' });
    await expect(resetUsage(admin, slug, bySystem)).rejects.toMatchObject({ reason: 'NOT_FOUND' });
  });
});
