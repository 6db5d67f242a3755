import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { rollUpUsage } from '../usage/roll-up.js';
import { providerOrder } from './list-providers.js';
import { reorderProvider } from './reorder-provider.js';
import { orderBy } from './search.js';
import { updateProvider } from './update-provider.js';

let database: TestDatabase;
let ids: Record<string, string>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  ids = {};
  for (const name of ['A', 'B', 'C', 'D', 'E']) ids[name] = (await buildProvider({ name })).publicId;
});

const idOf = (name: string) => ids[name] ?? expect.fail();
const order = async () => {
  const rows = await AIProvider.findAll({ order: orderBy(undefined, providerOrder) });
  return rows.map(({ name }) => name).join('');
};
const moveAfter = (name: string, after: string | null) =>
  reorderProvider({ publicId: idOf(name), afterId: after && idOf(after) }, bySystem);
const moveTo = (name: string, position: number) => reorderProvider({ publicId: idOf(name), position }, bySystem);

describe('reorderProvider', () => {
  it.each([
    ['D', null, 'DABCE'],
    ['A', 'C', 'BCADE'],
    ['A', 'E', 'BCDEA'],
    ['E', 'A', 'AEBCD'],
    ['B', 'A', 'ABCDE'],
  ])('puts %s after %s', async (name, after, expected) => {
    await moveAfter(name, after);
    expect(await order()).toBe(expected);
  });

  it.each([
    ['E', 1, 'EABCD'],
    ['A', 3, 'BCADE'],
    ['A', 2_000_000_000, 'BCDEA'],
  ])('puts %s to the place %i', async (name, position, expected) => {
    await moveTo(name, position);
    expect(await order()).toBe(expected);
  });

  it('answers with what takes the move back', async () => {
    for (const [name, after] of [
      ['D', 'A'],
      ['A', 'E'],
      ['B', null],
    ] as const) {
      const before = await order();
      const { previousAfterId } = await moveAfter(name, after);
      await reorderProvider({ publicId: idOf(name), afterId: previousAfterId }, bySystem);
      expect(await order()).toBe(before);
    }
  });

  it('keeps an order that numbers gave, equal and negative ones too', async () => {
    await AIProvider.update({ sortOrder: -7 }, { where: { name: 'E' } });
    await AIProvider.update({ sortOrder: 90 }, { where: { name: ['A', 'B'] } });
    expect(await order()).toBe('ECDAB');
    await moveAfter('B', 'C');
    expect(await order()).toBe('ECBDA');
  });

  it('refuses a place after a provider that is gone, or after itself, and moves nothing', async () => {
    const gone = idOf('C');
    await AIProvider.destroy({ where: { publicId: gone } });
    for (const afterId of [gone, idOf('A')])
      await expect(reorderProvider({ publicId: idOf('A'), afterId }, bySystem)).rejects.toMatchObject({
        reason: 'ORDER_CHANGED',
      });
    await expect(reorderProvider({ publicId: gone, afterId: null }, bySystem)).rejects.toMatchObject({
      reason: 'NOT_FOUND',
    });
    expect(await order()).toBe('ABDE');
  });

  it('makes no edit of any record: who has one open saves without a conflict', async () => {
    const { updatedAt } = await AIProvider.findByPublicIdOrThrow(idOf('A'));
    await moveAfter('A', 'E');
    const saved = await updateProvider(idOf('A'), { website: 'https://a.example' }, bySystem, updatedAt.toISOString());
    expect(saved.sortOrder).toBe(5);
  });

  it('writes one audit row with both places', async () => {
    const count = await AuditEntry.count();
    await moveAfter('A', 'C');
    expect(await AuditEntry.count()).toBe(count + 1);
    expect(await AuditEntry.findOne({ order: [['id', 'DESC']] })).toMatchObject({
      action: 'provider.reorder',
      targetPublicId: idOf('A'),
      changes: [{ field: 'position', from: 1, to: 3 }],
    });
  });

  it('shows at the next read of the cached list', async () => {
    await AIProvider.getActiveProviders();
    await moveAfter('E', null);
    expect((await AIProvider.getActiveProviders()).map(({ name }) => name).join('')).toBe('EABCD');
  });

  it('loses none of many moves made at once, beside the roll-up and edits', async () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    await Promise.all([
      ...names.map((name) => moveAfter(name, null)),
      ...names.map((name, index) => moveTo(name, index + 1)),
      ...names.map((name) => updateProvider(idOf(name), { website: 'https://same.example' }, bySystem)),
      ...names.map(() => rollUpUsage(database.sequelize)),
    ]);
    expect([...(await order())].sort()).toEqual(names);
    const rows = await AIProvider.findAll({ order: [['sortOrder', 'ASC']] });
    expect(rows.map(({ sortOrder }) => sortOrder)).toEqual([1, 2, 3, 4, 5]);
  });
});
