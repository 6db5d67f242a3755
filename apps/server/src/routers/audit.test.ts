import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AIProvider, User } from '@ai-providers/db';
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
        actor: { label: normal.email },
        target: { type: 'settings', label: `${normal.email} · Renamed` },
      },
      {
        action: 'provider.update',
        actor: { publicId: superAdmin.publicId, label: superAdmin.email },
        target: { type: 'provider', publicId: provider.publicId, label: 'Renamed' },
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
      'via',
    ]);
  });

  it.each<[string, object]>([
    ['cursor', { cursor: '1; drop table audit_log' }],
    ['action', { action: 'provider.steal' }],
    ['from', { from: 'yesterday' }],
    ['actor', { actor: '1' }],
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
