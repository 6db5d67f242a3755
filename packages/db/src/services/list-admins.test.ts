import { randomUUID } from 'node:crypto';
import { adminListInput, type AdminFilter } from '@ai-providers/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';
import { buildProvider, buildSession, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createApiToken } from './api-tokens.js';
import { createInvitedAdmin } from './invites.js';
import { findBulkAdmins, listAdmins } from './list-admins.js';
import { updateOwnSettings } from './settings.js';

const now = Date.UTC(2026, 2, 15, 12);
const hour = 3_600_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(now) });
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  await AIProvider.destroy({ where: {} });
});

const list = (query: object) => listAdmins(adminListInput.parse(query));
const namesOf = async (query: object) => (await list(query)).admins.map(({ name }) => name);
const standingOf = async (admin: User) => (await list({})).standings.get(admin.id) ?? expect.fail();

interface Used {
  monthlyLimit?: number | null;
  monthlyUsage: number;
  usagePeriod?: string;
}
const used = (admin: User, provider: AIProvider, month: Used) =>
  AdminProviderSettings.create({ adminId: admin.id, providerId: provider.id, usagePeriod: '2026-03-01', ...month });

describe('the standing of an admin', () => {
  it('counts the providers whose key they would get, as the rules decide', async () => {
    const [normal, superAdmin] = [await buildUser(), await buildUser({ isSuperuser: true })];
    const open = await buildProvider({ allowSharedForNormalAdmins: true });
    await buildProvider(); // its shared key is for super admins
    await buildProvider({ sharedApiKey: '', allowSharedForNormalAdmins: true });
    await buildProvider({ isActive: false, allowSharedForNormalAdmins: true });
    const own = await buildProvider({ sharedApiKey: '' });
    await updateOwnSettings(normal, { provider: own.slug, useSharedApi: false, personalApiKey: 'sk-own' }, bySystem);
    expect(await standingOf(normal)).toMatchObject({ usable: 2, providers: 4, personalKeys: 1 });
    expect(await standingOf(superAdmin)).toMatchObject({ usable: 2, providers: 4, personalKeys: 0 });
    await open.update({ isActive: false });
    expect(await standingOf(normal)).toMatchObject({ usable: 1, providers: 3 });
  });

  it('adds up the requests of this UTC month, and none of an earlier one', async () => {
    const admin = await buildUser();
    const [first, second, third] = [
      await buildProvider(),
      await buildProvider({ isActive: false }),
      await buildProvider(),
    ];
    await used(admin, first, { monthlyUsage: 3 });
    await used(admin, second, { monthlyUsage: 4 });
    await used(admin, third, { monthlyUsage: 900, usagePeriod: '2026-02-01' });
    expect(await standingOf(admin)).toMatchObject({ requestsThisMonth: 7, nearLimit: 0 });
  });

  it('sums up the limits in force and what is used of them, and no provider without one', async () => {
    const admin = await buildUser();
    const month = async (limit: number | null, usage: number, isActive = true) =>
      used(admin, await buildProvider({ isActive }), { monthlyLimit: limit, monthlyUsage: usage });
    await month(100, 100);
    await month(50, 7);
    await month(0, 0);
    await month(null, 4_000);
    await month(30, 30, false);
    await buildProvider();
    const standing = await standingOf(admin);
    expect(standing.limited).toEqual({ providers: 4, limit: 1_150, used: 107, reached: 1 });
    expect(standing.requestsThisMonth).toBe(4_137);
  });

  it('tells when a browser or a program of theirs called last', async () => {
    const admin = await buildUser({ lastLoginAt: new Date(now - 9 * hour) });
    expect((await standingOf(admin)).lastSeenAt).toEqual(new Date(now - 9 * hour));
    await buildSession(admin, { lastSeenAt: new Date(now - 5 * hour) });
    expect((await standingOf(admin)).lastSeenAt).toEqual(new Date(now - 5 * hour));
    const { record } = await createApiToken(admin, { name: 'One', scopes: ['admin'] }, bySystem);
    await record.update({ lastUsedAt: new Date(now - hour) });
    expect((await standingOf(admin)).lastSeenAt).toEqual(new Date(now - hour));
    expect((await standingOf(await buildUser())).lastSeenAt).toBeNull();
  });
});

describe('a list of admins', () => {
  it.each<[string, Used, boolean]>([
    ['80 of 100', { monthlyLimit: 100, monthlyUsage: 80 }, true],
    ['79 of 100', { monthlyLimit: 100, monthlyUsage: 79 }, false],
    ['100 of 100', { monthlyLimit: 100, monthlyUsage: 100 }, true],
    ['none allowed', { monthlyLimit: 0, monthlyUsage: 0 }, false],
    ['no limit', { monthlyLimit: null, monthlyUsage: 5_000 }, false],
    ['the last month', { monthlyLimit: 100, monthlyUsage: 100, usagePeriod: '2026-02-01' }, false],
    ['the largest limit', { monthlyLimit: 2_147_483_647, monthlyUsage: 2_147_483_647 }, true],
  ])('near a limit: %s is %j → %s, as the figure says', async (_what, month, near) => {
    const admin = await buildUser({ name: 'One' });
    await used(admin, await buildProvider(), month);
    expect(await namesOf({ nearLimit: true })).toEqual(near ? ['One'] : []);
    expect(await namesOf({ nearLimit: false })).toEqual(near ? [] : ['One']);
    expect((await standingOf(admin)).nearLimit).toBe(Number(near));
  });

  it('knows who is active, invited and disabled', async () => {
    await buildUser({ name: 'active' });
    await buildUser({ name: 'disabled', isActive: false });
    await createInvitedAdmin({ email: 'new@example.com', name: 'invited' }, bySystem);
    for (const state of ['active', 'invited', 'disabled'] as const) expect(await namesOf({ state })).toEqual([state]);
  });

  it('sorts by figures that no column holds, who has none last', async () => {
    const [few, many] = [await buildUser({ name: 'few' }), await buildUser({ name: 'many' })];
    await buildUser({ name: 'none' });
    const provider = await buildProvider();
    await used(few, provider, { monthlyUsage: 1 });
    await used(many, provider, { monthlyUsage: 10 });
    await buildSession(few, { lastSeenAt: new Date(now) });
    await buildSession(many, { lastSeenAt: new Date(now - hour) });
    expect(await namesOf({ sort: '-requestsThisMonth' })).toEqual(['many', 'few', 'none']);
    expect(await namesOf({ sort: 'requestsThisMonth' })).toEqual(['none', 'few', 'many']);
    expect(await namesOf({ sort: '-lastSeenAt' })).toEqual(['few', 'many', 'none']);
    expect(await namesOf({ sort: 'lastSeenAt' })).toEqual(['many', 'few', 'none']);
  });

  it('asks the database as often for many as for one', async () => {
    const queries = async () => {
      const asked = vi.spyOn(database.sequelize, 'query');
      await list({});
      const count = asked.mock.calls.length;
      asked.mockRestore();
      return count;
    };
    await buildProvider();
    await buildUser();
    const forOne = await queries();
    for (let more = 0; more < 20; more += 1) await buildUser();
    expect(await queries()).toBe(forOne);
  });
});

describe('findBulkAdmins', () => {
  it('finds each id once, and tells those that lead nowhere', async () => {
    const [first, second] = [await buildUser({ email: 'a@example.com' }), await buildUser({ email: 'b@example.com' })];
    const unknown = randomUUID();
    const publicIds = [second.publicId, unknown, first.publicId, second.publicId];
    const { admins, missing } = await findBulkAdmins({ publicIds });
    expect(admins.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(missing).toEqual([{ publicId: unknown, name: null, ok: false, reason: 'NOT_FOUND' }]);
  });

  it.each([1, 3])('refuses a filter that no longer matches the %i that were seen', async (expectedCount) => {
    await buildUser({ isSuperuser: true });
    await buildUser();
    await buildUser({ isActive: false });
    const filter: AdminFilter = { isActive: true };
    await expect(findBulkAdmins({ filter, expectedCount })).rejects.toMatchObject({
      reason: 'COUNT_CHANGED',
      params: { expected: expectedCount, found: 2 },
    });
    expect((await findBulkAdmins({ filter, expectedCount: 2 })).admins).toHaveLength(2);
  });
});
