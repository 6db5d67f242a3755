import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem, createApiToken, updateProvider, type AIProvider, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

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
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
  provider = await buildProvider();
  await as.session(superAdmin).providers.update({ publicId: provider.publicId, patch: { displayName: 'Renamed' } });
  await as.session(normal).settings.update({ provider: provider.slug, useSharedApi: false });
});

describe('audit.list', () => {
  it('shows a super admin everybody’s deeds, the newest first, with what changed', async () => {
    const { items } = await as.session(superAdmin).audit.list({ pageSize: 2 });
    expect(items).toMatchObject([
      {
        action: 'settings.update',
        actor: { label: normal.email, name: normal.name },
        target: { type: 'settings', label: `${normal.email} · Renamed`, person: normal.name, page: normal.publicId },
      },
      {
        action: 'provider.update',
        actor: { publicId: superAdmin.publicId, label: superAdmin.email },
        target: { type: 'provider', publicId: provider.publicId, label: 'Renamed', person: null, page: provider.slug },
        changes: [{ field: 'displayName', from: provider.displayName, to: 'Renamed' }],
        via: 'session',
        ip: '127.0.0.1',
        occurredAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
    expect(items[0]?.changes).toEqual([{ field: 'useSharedApi', from: true, to: false }]);
  });

  it('goes on from its cursor', async () => {
    const list = as.session(superAdmin).audit.list;
    const first = await list({ pageSize: 1 });
    const second = await list({ pageSize: 1, cursor: first.nextCursor ?? '' });
    expect(Number(second.items[0]?.sequence)).toBe(Number(first.items[0]?.sequence) - 1);
  });

  it('shows a normal admin their own deeds alone, whatever they ask for', async () => {
    const list = as.session(normal).audit.list;
    expect((await list()).items.map(({ action }) => action)).toEqual(['settings.update']);
    expect((await list({ actor: superAdmin.publicId })).items).toEqual([]);
    expect((await list({ target: provider.publicId })).items).toEqual([]);
  });

  it('shows a program what its owner would see', async () => {
    expect((await as.token(normal, 'admin').audit.list()).items).toHaveLength(1);
    expect((await as.token(superAdmin, 'admin').audit.list()).items.length).toBeGreaterThan(1);
  });

  it('names the token that a program came in by', async () => {
    const { record } = await createApiToken(superAdmin, { name: 'poller', scopes: ['admin'] }, bySystem);
    const actor = { publicId: superAdmin.publicId, label: superAdmin.email };
    const by = { ...bySystem, actor, via: 'token' as const, viaPublicId: record.publicId };
    await updateProvider(provider.publicId, { sortOrder: 7 }, by);
    const [item] = (await as.session(superAdmin).audit.list({ pageSize: 1 })).items;
    expect(item).toMatchObject({ via: 'token', token: 'poller' });
  });

  it('holds no internal id and no hash', async () => {
    const [item] = (await as.session(superAdmin).audit.list()).items;
    expect(Object.keys(item ?? {}).sort()).toEqual([
      'action',
      'actor',
      'changes',
      'ip',
      'occurredAt',
      'requestId',
      'sequence',
      'target',
      'token',
      'userAgent',
      'via',
    ]);
  });

  it.each<[string, object]>([
    ['cursor', { cursor: '1; drop table audit_log' }],
    ['action', { action: 'provider.steal' }],
    ['from', { from: 'yesterday' }],
    ['actor', { actor: '1' }],
    ['action', { action: ['provider.update', 'provider.steal'] }],
    ['action', { action: [] }],
    ['targetType', { targetType: "provider' or 1=1" }],
    ['via', { via: 'post' }],
    ['page', { page: 1 }],
  ])('refuses a bad %s', async (field, input) => {
    expect(await refusalOf(as.session(superAdmin).audit.list(input))).toMatchObject({
      reason: 'VALIDATION_FAILED',
      field,
    });
  });

  it.each([{ cursor: '9'.repeat(40) }, { from: '0000-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' }])(
    'has all of it within %j',
    async (input) => {
      const { list } = as.session(superAdmin).audit;
      expect(await list(input)).toEqual(await list());
    },
  );

  it('has nothing before a time that no calendar holds', async () => {
    expect((await as.session(superAdmin).audit.list({ to: '0000-01-01T00:00:00Z' })).items).toEqual([]);
  });
});

describe('audit.newer', () => {
  it('counts what came after the entry at the top of a list', async () => {
    const { list, newer } = as.session(superAdmin).audit;
    const top = (await list({ pageSize: 1 })).items[0]?.sequence ?? '';
    expect(await newer({ after: top })).toEqual({ count: 0 });
    await as.session(normal).settings.update({ provider: provider.slug, useSharedApi: true });
    expect(await newer({ after: top })).toEqual({ count: 1 });
    expect(await newer({ after: top, action: ['auth.login', 'auth.logout'] })).toEqual({ count: 0 });
  });

  it('counts a normal admin their own deeds alone', async () => {
    const { newer } = as.session(normal).audit;
    expect(await newer({ after: '0' })).toEqual({ count: 1 });
    expect(await newer({ after: '0', actor: superAdmin.publicId })).toEqual({ count: 0 });
  });
});

describe('audit.get', () => {
  it('shows an entry as the list does', async () => {
    const { list, get } = as.session(superAdmin).audit;
    const [item] = (await list({ pageSize: 1 })).items;
    expect(await get({ sequence: item?.sequence ?? '' })).toEqual(item);
  });

  it('hides from a normal admin that an entry of somebody else exists', async () => {
    const [own, others] = (await as.session(superAdmin).audit.list({ pageSize: 2 })).items;
    const { get } = as.session(normal).audit;
    expect(await get({ sequence: own?.sequence ?? '' })).toEqual(own);
    const unknown = await refusalOf(get({ sequence: '9'.repeat(40) }));
    expect(unknown.reason).toBe('NOT_FOUND');
    expect(await refusalOf(get({ sequence: others?.sequence ?? '' }))).toEqual(unknown);
  });
});

describe('audit.verify', () => {
  it('tells that the chain is sound, and where it ends', async () => {
    const { verify, verifyStatus, list } = as.session(superAdmin).audit;
    const last = (await list({ pageSize: 1 })).items[0]?.sequence;
    expect(await verify()).toEqual({ checked: Number(last), through: last, last, fault: null });
    expect(await verifyStatus()).toMatchObject({ through: last, last, fault: null });
    expect(await verify({ after: last })).toEqual({ checked: 0, through: last, last, fault: null });
  });

  it('tells how one entry is, whatever others are', async () => {
    const { verify, list } = as.session(superAdmin).audit;
    const [, , third, second] = (await list({ pageSize: 4 })).items.map(({ sequence }) => sequence);
    await database.sequelize.query(`update audit_log set ip = null where id = ${third}`);
    expect((await verify({ after: second, count: 1 })).fault).toEqual({ sequence: third, problem: 'hash' });
    expect(await verify({ after: third, count: 1 })).toMatchObject({ checked: 1, fault: null });
    for (const count of [0, 10_001])
      expect(await refusalOf(verify({ count }))).toMatchObject({ reason: 'VALIDATION_FAILED', field: 'count' });
    await database.sequelize.query(`update audit_log set ip = '127.0.0.1' where id = ${third}`);
  });

  it('names the first entry that was changed', async () => {
    const { verify, verifyStatus, list } = as.session(superAdmin).audit;
    const sequence = (await list({ pageSize: 2 })).items[1]?.sequence ?? '';
    await database.sequelize.query(`update audit_log set actor_label = 'nobody' where id = ${sequence}`);
    expect((await verify()).fault).toEqual({ sequence, problem: 'hash' });
    expect((await verifyStatus()).fault).toEqual({ sequence, problem: 'hash' });
  });
});
