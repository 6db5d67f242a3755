import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { User } from '../models/user.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { setLimitForAdmins, setLimitForProviders } from './set-limits.js';
import { setLimit } from './settings.js';
import { updateSystemSettings } from './system-settings.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  await AIProvider.destroy({ where: {} });
});

const limits = async () => (await AdminProviderSettings.findAll()).map(({ monthlyLimit }) => monthlyLimit).sort();

describe('one limit for many admins', () => {
  it('is written with a row of the audit log for each who had another', async () => {
    const admins = [await buildUser(), await buildUser(), await buildUser()];
    const provider = await buildProvider();
    await setLimit(admins[0] ?? expect.fail(), provider.slug, 5, bySystem);
    const before = await AuditEntry.count();
    const results = await setLimitForAdmins(admins, provider.slug, 5, bySystem);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await limits()).toEqual([5, 5, 5]);
    expect(await AuditEntry.count()).toBe(before + 2);
  });

  it('goes on past an admin who was deleted meanwhile', async () => {
    const admins = [await buildUser(), await buildUser()];
    await admins[0]?.destroy();
    const results = await setLimitForAdmins(admins, (await buildProvider()).slug, null, bySystem);
    expect(results.map(({ ok, reason }) => reason ?? ok)).toEqual(['NOT_FOUND', true]);
    expect(await limits()).toEqual([null]);
  });

  it('holds for who had it by default, also when the default changes', async () => {
    const results = await setLimitForAdmins([await buildUser()], (await buildProvider()).slug, 1000, bySystem);
    expect(results.map(({ ok }) => ok)).toEqual([true]);
    await updateSystemSettings({ defaultMonthlyLimit: 1 }, bySystem);
    expect(await limits()).toEqual([1000]);
  });

  it('needs a provider that is on', async () => {
    const { slug } = await buildProvider({ isActive: false });
    await expect(setLimitForAdmins([await buildUser()], slug, 1, bySystem)).rejects.toMatchObject({
      reason: 'NOT_FOUND',
    });
  });
});

describe('one limit for many providers', () => {
  it('is written for each, and told by the providers', async () => {
    const admin = await buildUser();
    const [first, second] = [await buildProvider({ sortOrder: 2 }), await buildProvider({ sortOrder: 1 })];
    const results = await setLimitForProviders(admin, [first.slug, second.slug, first.slug], 0, bySystem);
    expect(results.map(({ publicId }) => publicId)).toEqual([second.publicId, first.publicId]);
    expect(await limits()).toEqual([0, 0]);
  });

  it('changes nothing where one of them is unknown', async () => {
    const slugs = [(await buildProvider()).slug, 'nobody-knows-it'];
    const call = setLimitForProviders(await buildUser(), slugs, 1, bySystem);
    await expect(call).rejects.toMatchObject({ reason: 'NOT_FOUND' });
    expect(await limits()).toEqual([]);
  });
});
