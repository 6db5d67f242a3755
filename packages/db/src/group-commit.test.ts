import { describe, expect, it, vi } from 'vitest';
import { deferred } from './testing/cache-conformance.js';
import { GroupCommit } from './group-commit.js';

describe('GroupCommit', () => {
  it('makes a lone call wait for nobody, and does all that come meanwhile together, in their order', async () => {
    const gate = deferred<undefined>();
    const batches: number[][] = [];
    const group = new GroupCommit<number, string>({
      run: async (items) => {
        batches.push([...items]);
        await gate.promise;
        return items.map((item) => `did ${item}`);
      },
    });
    const calls = [group.submit(1)];
    await vi.waitUntil(() => batches.length > 0);
    calls.push(...[2, 3, 4].map((item) => group.submit(item)));
    gate.resolve(undefined);
    expect(await Promise.all(calls)).toEqual(['did 1', 'did 2', 'did 3', 'did 4']);
    expect(batches).toEqual([[1], [2, 3, 4]]);
  });

  it('parts what does not belong together, and never more than fit', async () => {
    const batches: number[][] = [];
    const group = new GroupCommit<number, number>({
      run: async (items) => {
        batches.push([...items]);
        return [...items];
      },
      together: (first, other) => first % 2 === other % 2,
      max: 2,
    });
    const items = [2, 4, 6, 1, 8];
    expect(await Promise.all(items.map((item) => group.submit(item)))).toEqual(items);
    expect(batches).toEqual([[2, 4], [6], [1], [8]]);
  });

  it('lets the others go on when the values of one are at fault', async () => {
    const run = async (items: readonly number[]) => {
      if (items.includes(3)) throw new RangeError('three');
      return [...items];
    };
    const group = new GroupCommit<number, number>({ run, isOneItemsFault: (error) => error instanceof RangeError });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => group.submit(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('tells a failure of all to all, and goes on afterwards', async () => {
    const run = vi.fn(async (items: readonly number[]) => [...items]).mockRejectedValueOnce(new Error('away'));
    const group = new GroupCommit<number, number>({ run });
    const outcomes = await Promise.allSettled([group.submit(1), group.submit(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await group.submit(3)).toBe(3);
  });
});
