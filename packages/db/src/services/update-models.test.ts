import { randomUUID } from 'node:crypto';
import type { ModelBulkChange } from '@ai-providers/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { buildModel, buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { deleteModels, findBulkModels, partOfModels, updateModels } from './update-models.js';

let database: TestDatabase;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  provider = await buildProvider();
});

const everybody = { activeOnly: false, slugs: null };
const add = (name: string, rest: Parameters<typeof buildModel>[1] = {}) => buildModel(provider, { name, ...rest });
/** Makes a change, and tells which were changed and how many audit rows that left. */
async function change(models: AIModel[], patch: ModelBulkChange) {
  const before = await AuditEntry.count();
  const { results, changed } = await updateModels(models, patch, bySystem);
  const names = changed.map((id) => models.find(({ publicId }) => publicId === id)?.name);
  return { names, results, rows: (await AuditEntry.count()) - before };
}

describe('findBulkModels', () => {
  it('finds each id once in the order of the list, and tells those that lead nowhere', async () => {
    const [first, second] = [await add('A'), await add('B')];
    const unknown = randomUUID();
    const publicIds = [second.publicId, unknown, first.publicId, second.publicId];
    const { models, missing } = await findBulkModels({ publicIds }, everybody);
    expect(models.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(missing).toEqual([{ publicId: unknown, name: null, ok: false, reason: 'NOT_FOUND' }]);
  });

  it('hides from readers what they do not see', async () => {
    const hidden = await add('H', { isActive: false });
    const { models, missing } = await findBulkModels(
      { publicIds: [hidden.publicId] },
      { activeOnly: true, slugs: null },
    );
    expect([models, missing.map(({ reason }) => reason)]).toEqual([[], ['NOT_FOUND']]);
  });

  it.each([1, 3])('refuses a filter that no longer matches the %i that were seen', async (expectedCount) => {
    await Promise.all([add('cheap', { pricingInput: '1' }), add('cheap', { pricingInput: '0' }), add('dear')]);
    const target = { filter: { maxPricingInput: '1' }, expectedCount };
    await expect(findBulkModels(target, everybody)).rejects.toMatchObject({
      reason: 'COUNT_CHANGED',
      params: { expected: expectedCount, found: 2 },
    });
  });
});

describe('updateModels', () => {
  it('writes a row of each that it changed, and leaves alone what is so already', async () => {
    const models = [await add('A'), await add('B', { isActive: false }), await add('C')];
    const { names, results, rows } = await change(models, { isActive: false });
    expect([names, rows, results.map(({ ok }) => ok)]).toEqual([['A', 'C'], 2, [true, true, true]]);
    expect(await AIModel.count({ where: { isActive: true } })).toBe(0);
  });

  it('clears the cache', async () => {
    const model = await add('A', { capabilities: ['chat'] });
    expect(await AIModel.getModelsByCapability('vision')).toEqual([]);
    await change([model], { addCapability: 'vision' });
    expect((await AIModel.getModelsByCapability('vision')).map(({ name }) => name)).toEqual(['A']);
  });

  it('adds a capability in its place and takes one away', async () => {
    const models = [await add('A', { capabilities: ['vision'] }), await add('B', { capabilities: ['chat', 'code'] })];
    expect((await change(models, { addCapability: 'chat' })).names).toEqual(['A']);
    expect((await models[0]?.reload())?.capabilities).toEqual(['chat', 'vision']);
    expect((await change([await (models[1] ?? expect.fail()).reload()], { removeCapability: 'code' })).names).toEqual([
      'B',
    ]);
    expect((await models[1]?.reload())?.capabilities).toEqual(['chat']);
  });

  it('rests on what is stored, not on what was read before', async () => {
    const stale = await add('A', { capabilities: ['chat'] });
    await AIModel.update({ capabilities: ['chat', 'code'] }, { where: { publicId: stale.publicId } });
    await change([stale], { addCapability: 'vision' });
    expect((await stale.reload()).capabilities).toEqual(['chat', 'code', 'vision']);
  });

  it('merges a config key by key, and null removes', async () => {
    const model = await add('A', { config: { keep: 1, pricing: { cache_read: 0.1, note: 'x' }, gone: true } });
    const mergeConfig = { pricing: { cache_read: 0.2 }, gone: null, list: [1] };
    expect((await change([model], { mergeConfig })).rows).toBe(1);
    expect((await model.reload()).config).toEqual({ keep: 1, pricing: { cache_read: 0.2, note: 'x' }, list: [1] });
    expect((await change([model], { mergeConfig })).rows).toBe(0);
  });

  it('refuses a merge whose result is not valid, and does the others', async () => {
    const large = await add('large', { config: { text: 'x'.repeat(32_000) } });
    const small = await add('small');
    const { results, names } = await change([large, small], { mergeConfig: { note: 'y'.repeat(2000) } });
    expect(results.map(({ ok, reason }) => reason ?? ok)).toEqual(['CONFIG_INVALID', true]);
    expect(names).toEqual(['small']);
    const wrong = await change([small], { mergeConfig: { lifecycle: { status: 'dead' } } });
    expect(wrong.results[0]?.reason).toBe('CONFIG_INVALID');
  });

  it('moves to the top of each provider, in the order that they had', async () => {
    const other = await buildModel(await buildProvider(), { sortOrder: 50 });
    const [, , third, fourth] = [
      await add('A', { sortOrder: 0 }),
      await add('B', { sortOrder: 1 }),
      await add('C', { sortOrder: 2 }),
      await add('D', { sortOrder: 2 }),
    ];
    const order = async () =>
      (await AIModel.findAll({ where: { providerId: provider.id }, order: ['sortOrder', 'name'] })).map((m) => m.name);
    const { results, names } = await change([third, fourth, other], { moveTo: 'top' });
    expect(await order()).toEqual(['C', 'D', 'A', 'B']);
    expect(results.map(({ name }) => name)).toEqual([third, fourth, other].map(({ displayName }) => displayName));
    expect(names).toEqual(['D', 'C']);
    expect((await other.reload()).sortOrder).toBe(50);
  });

  it('keeps that order when it is done in parts, whichever were ticked first', async () => {
    const models: AIModel[] = [];
    for (const [index, name] of ['A', 'B', 'C', 'D', 'E', 'F'].entries())
      models.push(await add(name, { sortOrder: index }));
    let left = [5, 1, 3, 4, 2].map((index) => models[index]?.publicId ?? expect.fail());
    while (left.length > 0) {
      const found = await findBulkModels({ publicIds: left }, everybody);
      const { results } = await change(partOfModels(found.models, { moveTo: 'top' }, 2), { moveTo: 'top' });
      left = left.filter((id) => !results.some(({ publicId }) => publicId === id));
    }
    const order = await AIModel.findAll({ where: { providerId: provider.id }, order: ['sortOrder', 'name'] });
    expect(order.map(({ name }) => name)).toEqual(['B', 'C', 'D', 'E', 'F', 'A']);
  });
});

describe('partOfModels', () => {
  it('takes the first of them, the last where they go to the top, and all where it is not told how many', async () => {
    const [first, second] = [await add('A', { sortOrder: 0 }), await add('B', { sortOrder: 1 })];
    expect(partOfModels([first, second], { isActive: true }, 1)).toEqual([first]);
    expect(partOfModels([first, second], { moveTo: 'top' }, 1)).toEqual([second]);
    expect(partOfModels([first, second], { moveTo: 'top' })).toEqual([first, second]);
  });
});

describe('deleteModels', () => {
  it('deletes each with a row of its own, and tells which were gone', async () => {
    const models = [await add('A'), await add('B'), await add('C')];
    await models[1]?.destroy();
    const before = await AuditEntry.count();
    const results = await deleteModels(models, bySystem);
    expect(results.map(({ ok, reason }) => reason ?? ok)).toEqual([true, 'NOT_FOUND', true]);
    expect([await AIModel.count(), (await AuditEntry.count()) - before]).toEqual([0, 2]);
  });
});
