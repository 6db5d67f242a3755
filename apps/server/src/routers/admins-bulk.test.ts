import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, AuditEntry, Session, User, type AIProvider } from '@ai-providers/db';
import { buildProvider, buildSession, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let superAdmin: User;
let normal: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  provider = await buildProvider();
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  superAdmin = await buildUser({ isSuperuser: true, email: 'a@example.com' });
  normal = await buildUser({ email: 'b@example.com', name: 'Sara' });
});

const mine = () => as.session(superAdmin);
const rows = () => AuditEntry.count();
const off = { isActive: false };

describe('admins.bulkUpdate', () => {
  it('tells of each account what became of it, and leaves one’s own alone', async () => {
    const publicIds = [normal.publicId, superAdmin.publicId, unknown];
    const { results } = await mine().admins.bulkUpdate({ publicIds, patch: off });
    expect(results).toEqual([
      { publicId: superAdmin.publicId, name: superAdmin.name, ok: false, reason: 'OWN_ACCOUNT' },
      { publicId: normal.publicId, name: 'Sara', ok: true },
      { publicId: unknown, name: null, ok: false, reason: 'NOT_FOUND' },
    ]);
    expect([(await normal.reload()).isActive, (await superAdmin.reload()).isActive]).toEqual([false, true]);
  });

  it('ends the sessions of who is switched off', async () => {
    await buildSession(normal);
    await mine().admins.bulkUpdate({ publicIds: [normal.publicId], patch: off });
    expect(await Session.count()).toBe(0);
  });

  it('takes a filter with the count that was seen', async () => {
    const filter = { role: 'normal' as const };
    await buildUser();
    const late = mine().admins.bulkUpdate({ filter, expectedCount: 1, patch: off });
    expect(await refusalOf(late)).toMatchObject({ reason: 'COUNT_CHANGED', params: { expected: 1, found: 2 } });
    const { results } = await mine().admins.bulkUpdate({ filter, expectedCount: 2, patch: off });
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it.each([
    ['nobody', { publicIds: [], patch: off }],
    ['another field', { publicIds: [unknown], patch: { ...off, isSuperuser: true } }],
    ['a filter without a count', { filter: {}, patch: off }],
  ])('refuses %s', async (_what, input) => {
    const call = mine().admins.bulkUpdate(input as never); // what the types rule out
    expect(await refusalOf(call)).toMatchObject({ reason: 'VALIDATION_FAILED' });
  });
});

describe('settings.setLimits', () => {
  const limitOf = async (admin: User) =>
    (await AdminProviderSettings.findOne({ where: { adminId: admin.id, providerId: provider.id } }))?.monthlyLimit;

  it('sets one limit of a provider for those who are chosen', async () => {
    const before = await rows();
    const publicIds = [normal.publicId, superAdmin.publicId, unknown];
    const { results } = await mine().settings.setLimits({ publicIds, provider: provider.slug, monthlyLimit: 7 });
    expect(results.map(({ ok, reason }) => reason ?? ok)).toEqual([true, true, 'NOT_FOUND']);
    expect([await limitOf(normal), await limitOf(superAdmin), await rows()]).toEqual([7, 7, before + 2]);
  });

  it('sets it for all that a filter matches, unless their number has changed', async () => {
    const input = { filter: { search: 'sara' }, provider: provider.slug, monthlyLimit: null };
    expect(await refusalOf(mine().settings.setLimits({ ...input, expectedCount: 2 }))).toMatchObject({
      reason: 'COUNT_CHANGED',
    });
    await mine().settings.setLimits({ ...input, expectedCount: 1 });
    expect([await limitOf(normal), await limitOf(superAdmin)]).toEqual([null, undefined]);
  });

  it('sets it for an admin with several providers', async () => {
    const other = await buildProvider();
    const input = { admin: normal.publicId, providers: [provider.slug, other.slug], monthlyLimit: 0 };
    const { results } = await mine().settings.setLimits(input);
    expect(results.map(({ publicId }) => publicId)).toEqual([provider.publicId, other.publicId]);
    expect(await AdminProviderSettings.count({ where: { adminId: normal.id, monthlyLimit: 0 } })).toBe(2);
  });

  it.each([-1, 1.5, 2_147_483_648, '5', undefined])('refuses the limit %j', async (monthlyLimit) => {
    const input = { publicIds: [normal.publicId], provider: provider.slug, monthlyLimit };
    const call = mine().settings.setLimits(input as never); // what the types rule out
    expect(await refusalOf(call)).toMatchObject({ reason: 'VALIDATION_FAILED' });
    expect(await limitOf(normal)).toBeUndefined();
  });

  it('answers 404 for an unknown admin or provider', async () => {
    const { settings } = mine();
    const monthlyLimit = 1;
    const calls = [
      settings.setLimits({ admin: unknown, providers: [provider.slug], monthlyLimit }),
      settings.setLimits({ admin: normal.publicId, providers: [provider.slug, 'unknown'], monthlyLimit }),
      settings.setLimits({ publicIds: [normal.publicId], provider: 'unknown', monthlyLimit }),
    ];
    for (const call of calls) expect(await refusalOf(call)).toMatchObject({ reason: 'NOT_FOUND' });
  });
});
