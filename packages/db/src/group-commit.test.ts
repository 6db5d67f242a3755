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

  it('runs its lanes side by side, and keeps what shares an id in one of them', async () => {
    const gate = deferred<undefined>();
    const batches: string[][] = [];
    const group = new GroupCommit<string, string>({
      run: async (items) => {
        batches.push([...items]);
        if (items.includes('21 first')) await gate.promise;
        return [...items];
      },
      lanes: 2,
      laneBy: (item) => item.split(' ')[0] ?? '',
    });
    const held = [group.submit('21 first')];
    await vi.waitUntil(() => batches.length > 0);
    held.push(group.submit('21 second'), group.submit('21 third'));
    expect(await Promise.all([group.submit('34 first'), group.submit('34 second')])).toEqual(['34 first', '34 second']);
    expect(batches).toEqual([['21 first'], ['34 first', '34 second']]);
    gate.resolve(undefined);
    expect(await Promise.all(held)).toEqual(['21 first', '21 second', '21 third']);
    expect(batches.at(-1)).toEqual(['21 second', '21 third']);
  });

  it('takes half of a larger crowd at a time, of all in the groups that share it, and counts who has left', async () => {
    const gate = deferred<undefined>();
    const batches: number[] = [];
    const crowd = { size: 0 };
    const run = async (items: readonly number[]) => {
      batches.push(items.length);
      await gate.promise;
      if (items.includes(7)) throw new RangeError('seven');
      return [...items];
    };
    const shared = { run, crowd, isOneItemsFault: () => true };
    const [first, second] = [new GroupCommit<number, number>(shared), new GroupCommit<number, number>(shared)];
    const few = Array.from({ length: 20 }, (_, number) => first.submit(number));
    const many = Array.from({ length: 30 }, (_, number) => second.submit(number + 100));
    await vi.waitUntil(() => batches.length === 2);
    expect(batches).toEqual([20, 25]);
    expect(crowd.size).toBe(50);
    gate.resolve(undefined);
    expect((await Promise.allSettled(few)).filter(({ status }) => status === 'rejected')).toHaveLength(1);
    await Promise.all(many);
    expect(crowd.size).toBe(0);
  });

  it('does not part the few', async () => {
    const batches: number[] = [];
    const run = async (items: readonly number[]) => {
      batches.push(items.length);
      return [...items];
    };
    const group = new GroupCommit<number, number>({ run, crowd: { size: 0 } });
    await Promise.all(Array.from({ length: 16 }, (_, number) => group.submit(number)));
    expect(batches).toEqual([16]);
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
