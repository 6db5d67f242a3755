import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, AIModel, AIProvider, type User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
let hidden: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  provider = await buildProvider({
    name: 'Seen',
    sharedApiKey: 'sk-the-shared-key-9876',
    config: { headers: { 'x-org': 'inner' } },
  });
  hidden = await buildProvider({ name: 'Hidden', isActive: false });
  await buildModel(provider);
  await buildModel(provider, { isActive: false });
});

describe('providers, for a super admin,', () => {
  it('come whole, with what may be done', async () => {
    const { items, total, can } = await as.session(superAdmin).providers.list();
    expect([total, can]).toEqual([2, { create: true }]);
    expect(items.find(({ slug }) => slug === provider.slug)).toMatchObject({
      apiBaseUrl: provider.apiBaseUrl,
      config: { headers: { 'x-org': 'inner' } },
      totalRequests: '0',
      lastUsedAt: null,
      models: { active: 1, total: 2 },
      sharedApiKey: { set: true, last4: '9876', readable: true, updatedAt: expect.stringMatching(/Z$/) },
      can: { update: true, delete: true, addModel: true },
    });
  });

  it('show no last four characters of a key shorter than twelve', async () => {
    await provider.update({ sharedApiKey: 'short-key-1' });
    const { sharedApiKey } = await as.session(superAdmin).providers.get({ slug: provider.slug });
    expect(sharedApiKey).toMatchObject({ set: true, last4: null });
  });

  it('are created with their slug, shown name and defaults', async () => {
    const made = await as
      .session(superAdmin)
      .providers.create({ name: 'سرویس تازه', apiBaseUrl: 'https://api.example.com/v1/' });
    expect(made).toMatchObject({
      slug: 'srvys-tazh',
      displayName: 'سرویس تازه',
      apiBaseUrl: 'https://api.example.com/v1',
      allowPersonalKeys: true,
      allowSharedForNormalAdmins: false,
      isActive: true,
      config: {},
      sharedApiKey: { set: false },
      models: { active: 0, total: 0 },
    });
    expect(await as.session(superAdmin).providers.get({ slug: 'srvys-tazh' })).toEqual(made);
  });

  it('say what would go with one before it is deleted, and what went', async () => {
    const pair = { adminId: normal.id, providerId: provider.id };
    await AdminProviderSettings.create({ ...pair, personalApiKey: 'sk-own-key' });
    await AdminProviderSettings.create({ adminId: superAdmin.id, providerId: provider.id });
    const impact = { models: 2, settings: 2, personalKeys: 1 };
    const { publicId } = provider;
    expect(await as.session(superAdmin).providers.deletionImpact({ publicId })).toEqual(impact);
    expect(await as.session(superAdmin).providers.delete({ publicId })).toEqual({ publicId, removed: impact });
    expect([
      await AIProvider.findByPublicId(publicId),
      await AIModel.count(),
      await AdminProviderSettings.count(),
    ]).toEqual([null, 0, 0]);
  });

  it('are answered with the counts of their models after an update', async () => {
    const { models } = await as
      .session(superAdmin)
      .providers.update({ publicId: provider.publicId, patch: { sortOrder: 2 } });
    expect(models).toEqual({ active: 1, total: 2 });
  });
});

describe('providers, for a normal admin,', () => {
  it('come without address, config, counts and any part of the key', async () => {
    const { items, total, can } = await as.session(normal).providers.list();
    expect([total, can]).toEqual([1, { create: false }]);
    const [seen] = items;
    expect(seen).toEqual(await as.session(normal).providers.get({ slug: provider.slug }));
    expect(Object.keys(seen ?? {}).sort()).toEqual([
      'allowPersonalKeys',
      'allowSharedForNormalAdmins',
      'can',
      'createdAt',
      'displayName',
      'isActive',
      'models',
      'name',
      'publicId',
      'sharedApiKey',
      'slug',
      'sortOrder',
      'updatedAt',
      'website',
    ]);
    expect(seen).toMatchObject({
      sharedApiKey: { set: true },
      models: { active: 1 },
      can: { update: false, delete: false, addModel: false },
    });
    expect([Object.keys(seen?.sharedApiKey ?? {}), Object.keys(seen?.models ?? {})]).toEqual([['set'], ['active']]);
  });

  it.each(['super admin’s reader token', 'normal admin’s admin token'])('come as little to a %s', async (who) => {
    const caller = who.startsWith('super') ? as.token(superAdmin, 'registry:read') : as.token(normal, 'admin');
    expect(await caller.providers.list()).toEqual(await as.session(normal).providers.list());
  });

  it('are absent while switched off: lists, finders and updates answer as for an unknown one', async () => {
    const mine = as.session(normal);
    expect((await mine.providers.list({ isActive: false })).items).toEqual([]);
    expect(await refusalOf(mine.providers.get({ slug: hidden.slug }))).toEqual(
      await refusalOf(mine.providers.get({ slug: 'unknown' })),
    );
    expect(await refusalOf(mine.providers.bySlug({ slug: hidden.slug }))).toMatchObject({
      code: 'NOT_FOUND',
      reason: 'NOT_FOUND',
    });
    const { publicId } = hidden;
    for (const call of [
      (id: string) => mine.providers.update({ publicId: id, patch: {} }),
      (id: string) => mine.providers.delete({ publicId: id }),
      (id: string) => mine.providers.deletionImpact({ publicId: id }),
    ]) {
      const refusal = await refusalOf(call(publicId));
      expect(refusal).toMatchObject({ reason: 'NOT_FOUND' });
      expect(refusal).toEqual(await refusalOf(call(unknown)));
    }
  });

  it('are not theirs to change', async () => {
    const { publicId } = provider;
    const mine = as.session(normal).providers;
    const calls = [
      mine.create({ name: 'Mine' }),
      mine.update({ publicId, patch: { displayName: 'Mine' } }),
      mine.delete({ publicId }),
      mine.deletionImpact({ publicId }),
    ];
    for (const refusal of await Promise.all(calls.map(refusalOf)))
      expect(refusal).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
    await provider.reload();
    expect(provider.displayName).not.toBe('Mine');
    expect(await AIProvider.count()).toBe(2);
  });
});

describe('the cached projections of providers', () => {
  it('are the same for every reader, in order, without switched-off ones', async () => {
    await buildProvider({ name: 'First', slug: 'first', sortOrder: -1 });
    const lists = [
      await as.session(superAdmin).providers.active(),
      await as.token(normal, 'registry:read').providers.active(),
    ];
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0]?.map(({ name }) => name)).toEqual(['First', 'Seen']);
    expect(Object.keys(lists[0]?.[0] ?? {}).sort()).toEqual([
      'allowPersonalKeys',
      'allowSharedForNormalAdmins',
      'displayName',
      'name',
      'publicId',
      'slug',
      'sortOrder',
      'website',
    ]);
  });

  it('show a change at the next read', async () => {
    const caller = as.session(superAdmin).providers;
    await caller.active();
    await caller.bySlug({ slug: provider.slug });
    await caller.update({ publicId: provider.publicId, patch: { displayName: 'Renamed' } });
    expect((await caller.active()).map(({ displayName }) => displayName)).toEqual(['Renamed']);
    expect((await caller.bySlug({ slug: provider.slug })).displayName).toBe('Renamed');
    await caller.update({ publicId: provider.publicId, patch: { isActive: false } });
    expect(await caller.active()).toEqual([]);
  });
});
