import { afterEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../log.js';
import { cacheBehaves } from '../testing/cache-conformance.js';
import { CACHE_TIMEOUT, createCache } from './cache.js';
import { LruMap } from './lru-map.js';

describe('the cache in memory', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  cacheBehaves((options) => createCache({ log: silentLog, ...options }));

  it('says what it stands on', () => {
    expect(createCache({ log: silentLog }).state()).toBe('memory');
  });

  it('keeps a value for 300 seconds and no longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const cache = createCache({ log: silentLog });
    const read = (value: number) => cache.getOrLoad('a', async () => value);
    await read(1);
    vi.advanceTimersByTime(CACHE_TIMEOUT * 1000 - 1);
    expect(await read(2)).toBe(1);
    vi.advanceTimersByTime(2);
    expect(await read(2)).toBe(2);
  });

  it('forgets the key used longest ago when a caller asks for ever new ones', async () => {
    const cache = createCache({ log: silentLog });
    const load = vi.fn(async () => null);
    await cache.getOrLoad('often', load);
    for (let i = 0; i < 1_500; i += 1) {
      await cache.getOrLoad(`ai_provider_${i}`, load);
      await cache.getOrLoad('often', load);
    }
    expect(load).toHaveBeenCalledTimes(1_501);
    await cache.getOrLoad('ai_provider_0', load);
    expect(load).toHaveBeenCalledTimes(1_502);
  });
});

describe('LruMap', () => {
  it('never holds more than its limit', () => {
    const map = new LruMap<number, number>(3);
    for (const key of [1, 2, 3, 1, 4]) map.set(key, key);
    map.get(3);
    map.set(5, 5);
    expect([...map.keys()]).toEqual([4, 3, 5]);
    expect(map.size).toBe(3);
  });
});
