import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, AIProvider, AuditEntry, reserveUsage, User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let superAdmin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  await AIProvider.destroy({ where: {} });
  superAdmin = await buildUser({ isSuperuser: true });
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
});

const mine = () => as.session(superAdmin);
const decide = (defaultMonthlyLimit: number | null) => mine().system.update({ defaultMonthlyLimit });
const shownTo = async (user: User) => (await as.session(user).settings.mine())[0]?.monthlyLimit;

describe('the default limit', () => {
  it('is a thousand until a super admin decides otherwise', async () => {
    expect(await mine().system.settings()).toEqual({ defaultMonthlyLimit: 1000 });
    expect(await decide(50)).toEqual({ defaultMonthlyLimit: 50 });
    expect(await mine().system.settings()).toEqual({ defaultMonthlyLimit: 50 });
  });

  it.each([7, 0, null])('of %j is what a newcomer sees and what counts for them', async (limit) => {
    const newcomer = await buildUser();
    await decide(limit);
    expect(await shownTo(newcomer)).toBe(limit);
    const request = reserveUsage(newcomer, { provider: provider.slug, requestId: randomUUID() });
    if (limit === 0) await expect(request).rejects.toMatchObject({ reason: 'MONTHLY_LIMIT_REACHED' });
    else await request;
    await decide(900);
    expect(await shownTo(newcomer)).toBe(limit); // stored with the first request
  });

  it('leaves alone what was chosen for somebody', async () => {
    const chosen = await buildUser();
    await decide(10);
    await mine().settings.setLimit({ admin: chosen.publicId, provider: provider.slug, monthlyLimit: 10 });
    await decide(20);
    expect(await shownTo(chosen)).toBe(10);
    expect(await shownTo(await buildUser())).toBe(20);
  });

  it('is kept where nothing is asked for, and the audit log tells what was before', async () => {
    await decide(30);
    await decide(40);
    expect(await AuditEntry.findOne({ order: [['id', 'DESC']] })).toMatchObject({
      action: 'system.update',
      targetType: 'system',
      changes: [{ field: 'defaultMonthlyLimit', from: 30, to: 40 }],
    });
    expect(await mine().system.update({})).toEqual({ defaultMonthlyLimit: 40 });
  });

  it('is not decided over what somebody else decided meanwhile', async () => {
    await decide(30);
    const call = mine().system.update({ defaultMonthlyLimit: 50, expected: { defaultMonthlyLimit: 20 } });
    expect(await refusalOf(call)).toEqual({ code: 'CONFLICT', reason: 'EDIT_CONFLICT' });
    expect(await mine().system.settings()).toEqual({ defaultMonthlyLimit: 30 });
    await mine().system.update({ defaultMonthlyLimit: 50, expected: { defaultMonthlyLimit: 30 } });
    expect(await mine().system.settings()).toEqual({ defaultMonthlyLimit: 50 });
  });

  it.each([-1, 1.5, '5', 2_147_483_648])('is never %j', async (limit) => {
    const call = mine().system.update({ defaultMonthlyLimit: limit } as never); // what the types rule out
    expect(await refusalOf(call)).toMatchObject({ reason: 'VALIDATION_FAILED', field: 'defaultMonthlyLimit' });
  });

  it('is not for a normal admin to read or to change', async () => {
    const { system } = as.session(await buildUser());
    for (const call of [system.settings(), system.update({ defaultMonthlyLimit: null })])
      expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
  });
});

describe('a limit given with an invitation', () => {
  const limits = async () => (await AdminProviderSettings.findAll()).map(({ monthlyLimit }) => monthlyLimit);

  it.each([5, 0, null])('of %j holds with every active provider instead of the default', async (monthlyLimit) => {
    await buildProvider();
    await buildProvider({ isActive: false });
    const { publicId } = await mine().admins.create({ email: 'new@example.com', monthlyLimit });
    expect(await limits()).toEqual([monthlyLimit, monthlyLimit]);
    const shown = await mine().settings.forAdmin({ admin: publicId });
    expect(shown.map((entry) => entry.monthlyLimit)).toEqual([monthlyLimit, monthlyLimit]);
    expect((await AuditEntry.findOne({ order: [['id', 'DESC']] }))?.changes).toContainEqual({
      field: 'monthlyLimit',
      to: monthlyLimit,
    });
  });

  it('is the default where none is given, and stored nowhere', async () => {
    await mine().admins.create({ email: 'new@example.com' });
    await mine().admins.create({ email: 'other@example.com', name: 'Other', password: 'correct horse battery' });
    expect(await limits()).toEqual([]);
  });

  it('goes with an account that is given a password, too, and with neither where one is refused', async () => {
    const input = { name: 'New', password: 'correct horse battery', monthlyLimit: 3 };
    await mine().admins.create({ ...input, email: 'new@example.com' });
    expect(await limits()).toEqual([3]);
    expect(await refusalOf(mine().admins.create({ ...input, email: 'NEW@example.com' }))).toMatchObject({
      reason: 'EMAIL_TAKEN',
    });
    expect(await limits()).toEqual([3]);
  });
});
