import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, AIProvider, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
  provider = await buildProvider();
});

const mine = async (user = normal) =>
  (await as.session(user).settings.mine()).find((entry) => entry.provider.slug === provider.slug);
const update = (input: object, user = normal) =>
  as.session(user).settings.update({ provider: provider.slug, ...input });

describe('settings.mine', () => {
  it('has one entry per active provider, at its defaults, and writes none', async () => {
    const second = await buildProvider({ sortOrder: -1 });
    await buildProvider({ isActive: false });
    const entries = await as.session(normal).settings.mine();
    expect(entries.map((entry) => entry.provider.slug)).toEqual([second.slug, provider.slug]);
    expect(entries[1]).toMatchObject({
      useSharedApi: true,
      personalApiKey: { set: false, last4: null },
      monthlyLimit: 1000,
      monthlyUsage: 0,
      resetsAt: expect.stringMatching(/^\d{4}-\d{2}-01T00:00:00\.000Z$/),
      key: { allowed: false, source: 'shared', code: 'SHARED_KEY_NOT_ALLOWED' },
      can: { useShared: false, usePersonal: true, setLimit: false },
    });
    expect(await AdminProviderSettings.count()).toBe(0);
  });

  it('tells a normal admin nothing of the shared key', async () => {
    await provider.update({ allowSharedForNormalAdmins: true, sharedApiKey: 'sk-the-shared-key-9876' });
    const entry = await mine();
    expect(entry?.key).toEqual({ allowed: true, source: 'shared' });
    expect(JSON.stringify(entry)).not.toMatch(/9876|example\.com\/v1/);
  });
});

describe('settings.forProvider', () => {
  const ask = (input: object = {}) =>
    as.session(superAdmin).settings.forProvider({ provider: provider.slug, ...input });

  it('has each active account with the key that a call of its would use, stored settings or not', async () => {
    await provider.update({ allowSharedForNormalAdmins: true, sharedApiKey: 'sk-the-shared-key-9876' });
    await update({ personalApiKey: 'sk-my-own-key-4321', useSharedApi: false });
    await as
      .session(superAdmin)
      .settings.setLimit({ admin: normal.publicId, provider: provider.slug, monthlyLimit: 7 });
    await normal.update({ name: 'Nima Rad' });
    const { items, total } = await ask({ search: 'nima' });
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        admin: { publicId: normal.publicId, name: 'Nima Rad', email: normal.email, role: 'normal' },
        key: { allowed: true, source: 'personal' },
        monthlyLimit: 7,
        usualLimit: 7,
        raise: null,
        monthlyUsage: 0,
        lastUsedAt: null,
      },
    ]);
    expect((await ask({ search: superAdmin.email })).items).toMatchObject([
      { admin: { role: 'super' }, key: { allowed: true, source: 'shared' }, monthlyLimit: 1000 },
    ]);
  });

  it('leaves out disabled accounts, and says why nobody gets the key of an inactive provider', async () => {
    const gone = await buildUser({ isActive: false });
    expect((await ask({ search: gone.email })).total).toBe(0);
    await provider.update({ isActive: false });
    const { items } = await ask({ search: normal.email });
    expect(items[0]?.key).toEqual({ allowed: false, source: 'shared', code: 'PROVIDER_INACTIVE' });
  });

  it('comes in pages', async () => {
    const { total } = await ask();
    const pages = await Promise.all([1, 2].map((page) => ask({ page, pageSize: 1 })));
    expect(total).toBeGreaterThan(1);
    expect(new Set(pages.map(({ items }) => items[0]?.admin.publicId)).size).toBe(2);
  });

  it('is not for normal admins, and hides what does not exist', async () => {
    const input = { provider: provider.slug };
    expect(await refusalOf(as.session(normal).settings.forProvider(input))).toMatchObject({ reason: 'FORBIDDEN' });
    expect(await refusalOf(ask({ provider: 'nobody-has-it' }))).toMatchObject({ reason: 'NOT_FOUND' });
  });
});

describe('settings.update', () => {
  it('takes nothing back that was changed since, in whatever window', async () => {
    expect((await mine())?.updatedAt).toBeNull();
    const chosen = await update({ useSharedApi: false });
    const expectedUpdatedAt = chosen.updatedAt ?? undefined;
    expect(await update({ useSharedApi: true, expectedUpdatedAt })).toMatchObject({ useSharedApi: true });
    const late = await refusalOf(update({ useSharedApi: false, expectedUpdatedAt }));
    expect(late).toEqual({ code: 'CONFLICT', reason: 'EDIT_CONFLICT' });
    expect(await mine()).toMatchObject({ useSharedApi: true });
  });

  it('keeps what is absent, shows four characters of one’s own key, and removes it with null', async () => {
    expect(await update({ personalApiKey: 'sk-my-own-key-4321' })).toMatchObject({
      useSharedApi: true,
      personalApiKey: { set: true, last4: '4321', readable: true },
    });
    expect(await update({ useSharedApi: false })).toMatchObject({
      useSharedApi: false,
      personalApiKey: { set: true, last4: '4321' },
      key: { allowed: true, source: 'personal' },
    });
    expect(await update({ personalApiKey: null })).toMatchObject({
      useSharedApi: false,
      personalApiKey: { set: false, last4: null },
      key: { allowed: false, source: 'personal', code: 'KEY_NOT_CONFIGURED' },
    });
    expect(await mine()).toMatchObject({ personalApiKey: { set: false } });
  });

  it('changes nobody else’s settings', async () => {
    const stranger = await buildUser();
    await update({ personalApiKey: 'sk-strangers-key' }, stranger);
    await update({ personalApiKey: 'sk-my-own-key-4321', useSharedApi: false });
    expect(await mine(stranger)).toMatchObject({ useSharedApi: true, personalApiKey: { last4: '-key' } });
  });

  it('refuses a key where personal keys are off, except from a super admin', async () => {
    await provider.update({ allowPersonalKeys: false });
    const reason = 'PERSONAL_KEYS_NOT_ALLOWED';
    expect(await refusalOf(update({ personalApiKey: 'sk-my-own-key' }))).toMatchObject({
      code: 'FORBIDDEN',
      reason,
      field: 'personalApiKey',
      fieldErrors: { personalApiKey: { reason } },
    });
    expect(await AdminProviderSettings.count()).toBe(0);
    await expect(update({ personalApiKey: 'sk-supers-own-key' }, superAdmin)).resolves.toMatchObject({
      personalApiKey: { set: true },
    });
  });

  it('lets a key go where personal keys are off', async () => {
    await update({ personalApiKey: 'sk-my-own-key' });
    await provider.update({ allowPersonalKeys: false });
    await expect(update({ personalApiKey: null })).resolves.toMatchObject({ personalApiKey: { set: false } });
  });

  it.each<[string, unknown, string]>([
    ['personalApiKey', '', 'REQUIRED'],
    ['personalApiKey', 'x'.repeat(4097), 'TOO_LONG'],
    ['personalApiKey', 'gAAAAABmY2FuYXJ5', 'SECRET_LOOKS_ENCRYPTED'],
    ['useSharedApi', 'yes', 'WRONG_TYPE'],
    ['monthlyLimit', 5, 'UNKNOWN_FIELD'],
    ['monthlyUsage', 0, 'UNKNOWN_FIELD'],
    ['admin', unknown, 'UNKNOWN_FIELD'],
  ])('refuses %s as %j', async (field, value, reason) => {
    expect(await refusalOf(update({ [field]: value }))).toMatchObject({ field, fieldErrors: { [field]: { reason } } });
  });

  it('answers for a switched-off provider as for an unknown one', async () => {
    const { slug } = await buildProvider({ isActive: false });
    const off = await refusalOf(update({ provider: slug, useSharedApi: false }));
    expect(off).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
    expect(await refusalOf(update({ provider: 'nobody', useSharedApi: false }))).toEqual(off);
  });
});

describe('an admin’s settings, for a super admin,', () => {
  const admin = () => ({ admin: normal.publicId, provider: provider.slug });

  it('can be read, not used', async () => {
    await update({ personalApiKey: 'sk-my-own-key-4321' });
    const [entry] = await as.session(superAdmin).settings.forAdmin({ admin: normal.publicId });
    expect(entry).toMatchObject({
      personalApiKey: { set: true },
      can: { useShared: false, usePersonal: false, setLimit: true },
    });
    expect(JSON.stringify(entry)).not.toContain('sk-my-own');
  });

  it.each([0, 5, null, 2_147_483_647])('take %s for a limit', async (monthlyLimit) => {
    expect(await as.session(superAdmin).settings.setLimit({ ...admin(), monthlyLimit })).toMatchObject({
      monthlyLimit,
    });
    expect(await mine()).toMatchObject({ monthlyLimit });
  });

  it.each([-1, 1.5, '5', 2_147_483_648, undefined])('refuse %s for a limit', async (monthlyLimit) => {
    const call = as.session(superAdmin).settings.setLimit({ ...admin(), monthlyLimit: monthlyLimit as number }); // not one
    expect(await refusalOf(call)).toMatchObject({ reason: 'VALIDATION_FAILED', field: 'monthlyLimit' });
  });

  it('lose the month’s count at a reset', async () => {
    const period = `${new Date().toISOString().slice(0, 7)}-01`;
    await AdminProviderSettings.create({
      adminId: normal.id,
      providerId: provider.id,
      monthlyUsage: 9,
      usagePeriod: period,
    });
    expect(await mine()).toMatchObject({ monthlyUsage: 9 });
    expect(await as.session(superAdmin).settings.resetUsage(admin())).toMatchObject({ monthlyUsage: 0 });
  });

  it('answer 404 for an admin or a provider that does not exist', async () => {
    const { settings } = as.session(superAdmin);
    const calls = [
      settings.forAdmin({ admin: unknown }),
      settings.setLimit({ ...admin(), admin: unknown, monthlyLimit: 1 }),
      settings.setLimit({ ...admin(), provider: 'nobody', monthlyLimit: 1 }),
      settings.resetUsage({ ...admin(), admin: unknown }),
    ];
    for (const refusal of await Promise.all(calls.map(refusalOf)))
      expect(refusal).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  });

  it('are closed to a normal admin, also their own limit', async () => {
    const { settings } = as.session(normal);
    const calls = [
      settings.forAdmin({ admin: normal.publicId }),
      settings.setLimit({ ...admin(), monthlyLimit: null }),
      settings.resetUsage(admin()),
    ];
    for (const refusal of await Promise.all(calls.map(refusalOf)))
      expect(refusal).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
    expect(await AdminProviderSettings.count()).toBe(0);
  });
});
