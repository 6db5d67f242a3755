import { expect, it, onTestFinished, vi } from 'vitest';
import type { RegistryCache } from '../cache/cache.js';

/** Waits until a cache is in use; one on Redis first has to connect. */
export async function inUse<C extends RegistryCache>(cache: C): Promise<C> {
  await expect.poll(() => cache.state(), { timeout: 5_000, interval: 5 }).not.toBe('down');
  return cache;
}

/** A promise that the test settles itself. */
export function deferred<T>() {
  let resolve!: (value: T) => void; // assigned before the constructor returns
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** What every cache does, whatever it stands on. `make` gives a new and empty one. */
export function cacheBehaves(make: (options?: { ttlMs?: number }) => RegistryCache): void {
  const open = async (options?: { ttlMs?: number }) => {
    const cache = make(options);
    onTestFinished(() => cache.close());
    return inUse(cache);
  };
  keepsValues(open);
  sharesLoads(open);
  clearsValues(open);
  givesUpNothing(open);
}

type Open = (options?: { ttlMs?: number }) => Promise<RegistryCache>;

function keepsValues(open: Open): void {
  it('loads once and then answers with the very same object', async () => {
    const cache = await open();
    const load = vi.fn(async () => ({ models: [{ name: 'GPT-4o', config: { a: [1] } }] }));
    const first = await cache.getOrLoad('a', load);
    expect(await cache.getOrLoad('a', load)).toBe(first);
    expect(load).toHaveBeenCalledOnce();
  });

  it('gives frozen values, all the way down', async () => {
    const cache = await open();
    const load = async () => ({ models: [{ config: { a: [1] } }] });
    for (const bypass of [false, false, true]) {
      const value = await cache.getOrLoad('a', load, { bypass });
      expect(() => value.models.push({ config: { a: [] } })).toThrow(TypeError);
      expect(() => value.models[0]?.config.a.push(2)).toThrow(TypeError);
    }
  });

  it('remembers that there is nothing', async () => {
    const cache = await open();
    const load = vi.fn(async () => null);
    expect([await cache.getOrLoad('a', load), await cache.getOrLoad('a', load)]).toEqual([null, null]);
    expect(load).toHaveBeenCalledOnce();
  });

  it('keeps the values of different keys apart', async () => {
    const cache = await open();
    const keys = ['ai_provider_a', 'ai_provider_b', 'ai_provider_:a', 'ai_provider_a b'];
    for (const round of [1, 2]) {
      const values = await Promise.all(keys.map((key) => cache.getOrLoad(key, async () => `${key} ${round}`)));
      expect(values).toEqual(keys.map((key) => `${key} 1`));
    }
  });

  it('loads again when the time is over', async () => {
    const cache = await open({ ttlMs: 60 });
    let loads = 0;
    const read = () => cache.getOrLoad('a', async () => (loads += 1));
    expect(await read()).toBe(1);
    await expect.poll(read, { timeout: 2_000, interval: 5 }).toBe(2);
  });
}

function sharesLoads(open: Open): void {
  it('loads a cold key once for 200 concurrent readers', async () => {
    const cache = await open();
    const gate = deferred<number>();
    const load = vi.fn(() => gate.promise);
    const readers = Array.from({ length: 200 }, () => cache.getOrLoad('a', load));
    await vi.waitUntil(() => load.mock.calls.length > 0);
    gate.resolve(7);
    expect(new Set(await Promise.all(readers))).toEqual(new Set([7]));
    expect(load).toHaveBeenCalledOnce();
  });

  it('passes a failure on to all who wait for it, and keeps none', async () => {
    const cache = await open();
    const failing = () => cache.getOrLoad('a', () => Promise.reject(new Error('no database')));
    const results = await Promise.allSettled([failing(), failing()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await cache.getOrLoad('a', async () => 1)).toBe(1);
  });

  it('neither joins a load that a clearing overtook, nor keeps its value', async () => {
    const cache = await open();
    const old = deferred<string>();
    const slowLoad = vi.fn(() => old.promise);
    const slow = cache.getOrLoad('a', slowLoad);
    await vi.waitUntil(() => slowLoad.mock.calls.length > 0);
    await cache.clear(['a']);
    expect(await cache.getOrLoad('a', async () => 'new')).toBe('new');
    old.resolve('old');
    expect(await slow).toBe('old');
    expect(await cache.getOrLoad('a', async () => 'newer')).toBe('new');
  });
}

function clearsValues(open: Open): void {
  it('loads anew what was cleared by name or by pattern', async () => {
    const cache = await open();
    let version = 1;
    const read = () =>
      Promise.all(
        ['ai_models_provider_a_all', 'ai_models_capability_chat'].map((key) =>
          cache.getOrLoad(key, async () => version),
        ),
      );
    expect(await read()).toEqual([1, 1]);
    version = 2;
    expect(await read()).toEqual([1, 1]);
    await cache.clearMatching('ai_models_*');
    expect(await read()).toEqual([2, 2]);
    version = 3;
    await cache.clear(['ai_models_provider_a_all', 'ai_models_capability_chat']);
    expect(await read()).toEqual([3, 3]);
  });

  it('clears many times at once, unknown and strange keys included', async () => {
    const cache = await open();
    await cache.getOrLoad('a', async () => 'old');
    const strange = ['', '*', '[', '\\', 'ai_provider_\u0000', '(('];
    await Promise.all([
      cache.clear([]),
      cache.clear(strange),
      ...strange.map((pattern) => cache.clearMatching(pattern)),
    ]);
    await Promise.all(Array.from({ length: 100 }, () => cache.clear(['a'])));
    expect(await cache.getOrLoad('a', async () => 'new')).toBe('new');
    expect(cache.state()).not.toBe('down');
  });
}

function givesUpNothing(open: Open): void {
  it('neither reads, keeps nor shares anything when bypassed', async () => {
    const cache = await open();
    const gate = deferred<string>();
    const bypassing = cache.getOrLoad('a', () => gate.promise, { bypass: true });
    expect(await cache.getOrLoad('a', async () => 'committed')).toBe('committed');
    gate.resolve('uncommitted');
    expect(await bypassing).toBe('uncommitted');
    expect(await cache.getOrLoad('a', async () => 'inside', { bypass: true })).toBe('inside');
    expect(await cache.getOrLoad('a', async () => 'later')).toBe('committed');
  });

  it('still loads and clears after it was closed, twice', async () => {
    const cache = await open();
    await cache.getOrLoad('a', async () => 'before');
    await cache.close();
    await cache.close();
    await cache.clear(['a']);
    expect(await cache.getOrLoad('a', async () => 'after')).toBe('after');
  });
}
