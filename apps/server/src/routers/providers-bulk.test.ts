import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIProvider, AuditEntry, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let [first, second, hidden]: AIProvider[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  first = await buildProvider({ name: 'First' });
  second = await buildProvider({ name: 'Second' });
  hidden = await buildProvider({ name: 'Third', isActive: false });
});

const idOf = (provider: AIProvider | undefined) => provider?.publicId ?? expect.fail();
const mine = () => as.session(superAdmin).providers;
const off = { isActive: false };
const rows = () => AuditEntry.count();

describe('providers.bulkUpdate', () => {
  it('tells of each record what became of it', async () => {
    const { results } = await mine().bulkUpdate({ publicIds: [unknown, idOf(second), idOf(hidden)], patch: off });
    expect(results).toEqual([
      { publicId: idOf(second), name: second?.displayName, ok: true, changed: true },
      { publicId: idOf(hidden), name: hidden?.displayName, ok: true, changed: false },
      { publicId: unknown, name: null, ok: false, reason: 'NOT_FOUND' },
    ]);
    expect((await mine().active()).map(({ name }) => name)).toEqual(['First']);
  });

  it('takes a filter with the count that was seen', async () => {
    const before = await rows();
    const filter = { isActive: true };
    const { results } = await mine().bulkUpdate({ filter, expectedCount: 2, patch: off });
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await rows()).toBe(before + 2);
  });

  it('does nothing when another number matches by now, and says how many', async () => {
    const before = await rows();
    const call = mine().bulkUpdate({ filter: {}, expectedCount: 2, patch: off });
    expect(await refusalOf(call)).toEqual({
      code: 'CONFLICT',
      reason: 'COUNT_CHANGED',
      params: { expected: 2, found: 3 },
    });
    expect([await rows(), await AIProvider.count({ where: off })]).toEqual([before, 1]);
  });

  it.each([
    ['nobody', { publicIds: [], patch: off }],
    ['more than 500', { publicIds: Array<string>(501).fill(unknown), patch: off }],
    ['more than 500 by a filter', { filter: {}, expectedCount: 501, patch: off }],
    ['both ids and a filter', { publicIds: [unknown], filter: {}, expectedCount: 1, patch: off }],
    ['a filter without a count', { filter: {}, patch: off }],
    ['an unknown filter', { filter: { secret: 'x' }, expectedCount: 1, patch: off }],
    ['another field', { publicIds: [unknown], patch: { ...off, sharedApiKey: 'sk-for-all-of-them' } }],
    ['no change', { publicIds: [unknown], patch: {} }],
  ])('refuses %s', async (_what, input) => {
    const call = mine().bulkUpdate(input as never); // what the types rule out
    expect(await refusalOf(call)).toMatchObject({ code: 'BAD_REQUEST', reason: 'VALIDATION_FAILED' });
  });

  it('is not for normal admins, and tells them neither of hidden records nor of their number', async () => {
    const theirs = as.session(normal).providers;
    expect(await refusalOf(theirs.bulkUpdate({ publicIds: [idOf(first)], patch: off }))).toEqual({
      code: 'FORBIDDEN',
      reason: 'FORBIDDEN',
    });
    const blind = await theirs.bulkUpdate({ publicIds: [idOf(hidden), unknown], patch: { isActive: true } });
    expect(blind.results.map(({ reason }) => reason)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await refusalOf(theirs.bulkUpdate({ filter: {}, expectedCount: 3, patch: off }))).toMatchObject({
      reason: 'COUNT_CHANGED',
      params: { found: 2 },
    });
    expect(await AIProvider.count({ where: off })).toBe(1);
  });
});

describe('providers.reorder', () => {
  it('moves one, and its answer takes that back', async () => {
    const order = async () => (await mine().list()).items.map(({ name }) => name);
    const moved = await mine().reorder({ publicId: idOf(hidden), afterId: null });
    expect(moved).toEqual({ publicId: idOf(hidden), position: 1, previousAfterId: idOf(second) });
    expect(await order()).toEqual(['Third', 'First', 'Second']);
    await mine().reorder({ publicId: moved.publicId, afterId: moved.previousAfterId });
    expect(await order()).toEqual(['First', 'Second', 'Third']);
    expect(await mine().reorder({ publicId: idOf(first), position: 99 })).toMatchObject({ position: 3 });
  });

  it('is a conflict when the one before it is gone', async () => {
    const call = mine().reorder({ publicId: idOf(first), afterId: unknown });
    expect(await refusalOf(call)).toEqual({ code: 'CONFLICT', reason: 'ORDER_CHANGED' });
  });

  it.each([
    { publicId: unknown },
    { publicId: unknown, afterId: null, position: 1 },
    { publicId: unknown, position: 0 },
    { publicId: unknown, position: 1.5 },
    { publicId: unknown, afterId: 'openai' },
  ])('refuses %j', async (input) => {
    const call = mine().reorder(input as never); // what the types rule out
    expect(await refusalOf(call)).toMatchObject({ reason: 'VALIDATION_FAILED' });
  });

  it('is not for normal admins, who do not learn what is hidden', async () => {
    const move = (provider: AIProvider | undefined) =>
      refusalOf(as.session(normal).providers.reorder({ publicId: idOf(provider), afterId: null }));
    expect([(await move(first)).reason, (await move(hidden)).reason]).toEqual(['FORBIDDEN', 'NOT_FOUND']);
  });
});
