import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIModel, AIProvider, AuditEntry, type User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
let [first, second, hidden]: AIModel[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  provider = await buildProvider();
  first = await buildModel(provider, { name: 'First' });
  second = await buildModel(provider, { name: 'Second', config: { lifecycle: { status: 'retired' } } });
  hidden = await buildModel(provider, { name: 'Third', isActive: false });
});

const idOf = (model: AIModel | undefined) => model?.publicId ?? expect.fail();
const mine = () => as.session(superAdmin).models;
const theirs = () => as.session(normal).models;
const off = { isActive: false };
const rows = () => AuditEntry.count();

describe('models.bulkUpdate', () => {
  it('tells of each model what became of it, and which were changed', async () => {
    const { results, changed } = await mine().bulkUpdate({
      publicIds: [unknown, idOf(hidden), idOf(second)],
      patch: off,
    });
    expect(results).toEqual([
      { publicId: idOf(second), name: second?.displayName, ok: true },
      { publicId: idOf(hidden), name: hidden?.displayName, ok: true },
      { publicId: unknown, name: null, ok: false, reason: 'NOT_FOUND' },
    ]);
    expect(changed).toEqual([idOf(second)]);
  });

  it('takes a filter with the count that was seen', async () => {
    const before = await rows();
    await mine().bulkUpdate({ filter: { isActive: true }, expectedCount: 2, patch: off });
    expect([await AIModel.count({ where: off }), await rows()]).toEqual([3, before + 2]);
  });

  it('does no more than it is asked for at once, and answers for those alone', async () => {
    const publicIds = [first, second, hidden].map(idOf);
    const { results } = await mine().bulkUpdate({ publicIds, atMost: 2, patch: { moveTo: 'top' } });
    expect(results.map(({ publicId }) => publicId)).toEqual([second, hidden].map(idOf));
  });

  it('does nothing when another number matches by now, and says how many', async () => {
    const before = await rows();
    const call = mine().bulkUpdate({ filter: {}, expectedCount: 2, patch: off });
    expect(await refusalOf(call)).toEqual({
      code: 'CONFLICT',
      reason: 'COUNT_CHANGED',
      params: { expected: 2, found: 3 },
    });
    expect(await rows()).toBe(before);
  });

  it.each([
    ['nobody', { publicIds: [], patch: off }],
    ['more than 500', { publicIds: Array<string>(501).fill(unknown), patch: off }],
    ['more than 500 by a filter', { filter: {}, expectedCount: 501, patch: off }],
    ['both ids and a filter', { publicIds: [unknown], filter: {}, expectedCount: 1, patch: off }],
    ['a part of nobody', { publicIds: [unknown], atMost: 0, patch: off }],
    ['an unknown filter', { filter: { secret: 'x' }, expectedCount: 1, patch: off }],
    ['an empty range', { filter: { minContextWindow: 2, maxContextWindow: 1 }, expectedCount: 1, patch: off }],
    ['another field', { publicIds: [unknown], patch: { modelId: 'the-same-for-all' } }],
    ['two changes', { publicIds: [unknown], patch: { ...off, moveTo: 'top' } }],
    ['no change', { publicIds: [unknown], patch: {} }],
    ['an unknown capability', { publicIds: [unknown], patch: { addCapability: 'telepathy' } }],
    ['a config with __proto__', { publicIds: [unknown], patch: { mergeConfig: JSON.parse('{"__proto__":{}}') } }],
  ])('refuses %s', async (_what, input) => {
    const call = mine().bulkUpdate(input as never); // what the types rule out
    expect(await refusalOf(call)).toMatchObject({ code: 'BAD_REQUEST', reason: 'VALIDATION_FAILED' });
  });

  it('is not for normal admins, and tells them neither of hidden models nor of their number', async () => {
    expect(await refusalOf(theirs().bulkUpdate({ publicIds: [idOf(first)], patch: off }))).toEqual({
      code: 'FORBIDDEN',
      reason: 'FORBIDDEN',
    });
    const blind = await theirs().bulkUpdate({ publicIds: [idOf(hidden), unknown], patch: { isActive: true } });
    expect(blind.results.map(({ reason }) => reason)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await refusalOf(theirs().bulkUpdate({ filter: {}, expectedCount: 3, patch: off }))).toMatchObject({
      reason: 'COUNT_CHANGED',
      params: { found: 2 },
    });
    expect(await AIModel.count({ where: off })).toBe(1);
  });
});

describe('models.bulkDelete', () => {
  it('deletes each, with a row for each', async () => {
    const before = await rows();
    const { results } = await mine().bulkDelete({ publicIds: [idOf(first), unknown, idOf(hidden)] });
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect([await AIModel.count(), await rows()]).toEqual([1, before + 2]);
  });

  it('is not for normal admins, not even by chance', async () => {
    expect(await refusalOf(theirs().bulkDelete({ publicIds: [idOf(first)] }))).toMatchObject({ reason: 'FORBIDDEN' });
    expect(await refusalOf(theirs().bulkDelete({ filter: {}, expectedCount: 2 }))).toMatchObject({
      reason: 'FORBIDDEN',
    });
    expect(await AIModel.count()).toBe(3);
  });
});

describe('models.matching', () => {
  it('answers the ids that a filter matches, if as many as were seen', async () => {
    const filter = { provider: [provider.slug] };
    expect(await mine().matching({ filter, expectedCount: 3 })).toEqual({
      publicIds: [first, second, hidden].map(idOf),
    });
    expect(await refusalOf(theirs().matching({ filter, expectedCount: 3 }))).toMatchObject({ params: { found: 2 } });
  });
});

describe('what a retired model says', () => {
  it('is told to super admins, and is no filter for others', async () => {
    const { items } = await mine().list({ isRetired: true });
    expect(items.map(({ name, isRetired }) => [name, isRetired])).toEqual([['Second', true]]);
    expect((await theirs().list()).items[0]).not.toHaveProperty('isRetired');
    for (const call of [theirs().list({ isRetired: true }), theirs().providerCounts({ isRetired: false })])
      expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN', field: 'isRetired' });
  });
});

describe('models.providerCounts', () => {
  it('counts for each caller what they may see', async () => {
    await buildProvider({ isActive: false });
    const counts = async (models: ReturnType<typeof mine>) => (await models.providerCounts()).map(({ count }) => count);
    expect([await counts(mine()), await counts(theirs())]).toEqual([[3, 0], [2]]);
  });
});
