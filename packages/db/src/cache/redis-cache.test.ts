import { randomUUID } from 'node:crypto';
import { createClient } from '@keyv/redis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { silentLog } from '../log.js';
import { cacheBehaves, inUse } from '../testing/cache-conformance.js';
import { createCache } from './cache.js';

const redisUrl = process.env.TEST_REDIS_URL;

describe('createCache', () => {
  it('refuses an address that is none, without repeating it', () => {
    expect(() => createCache({ redisUrl: 'redis//user:hunter2@host', log: silentLog })).toThrow(/^(?!.*hunter2).*$/);
  });
});

if (redisUrl) describe('the cache on Redis', () => onRedis(redisUrl));

function onRedis(redisUrl: string): void {
  const redis = createClient({ url: redisUrl });
  beforeAll(async () => {
    await redis.connect();
  });
  afterAll(() => redis.close());

  cacheBehaves((options) => createCache({ redisUrl, namespace: `test-${randomUUID()}`, log: silentLog, ...options }));

  async function openTwo() {
    const namespace = `test-${randomUUID()}`;
    const open = async () => {
      const cache = createCache({ redisUrl, namespace, log: silentLog });
      onTestFinished(() => cache.close());
      return inUse(cache);
    };
    // One after the other: an instance that comes into use puts a new generation in force.
    const [a, b] = [await open(), await open()];
    return { a, b, under: (key: string) => `${namespace}::${key}`, open };
  }
  const stored = (key: string) => expect.poll(() => redis.get(key), { timeout: 2_000, interval: 5 });

  it('gives one instance what another has loaded, and takes it back when another clears', async () => {
    const { a, b, under } = await openTwo();
    await a.getOrLoad('ai_provider_x', async () => ({ version: 1 }));
    await stored(under('ai_provider_x')).toContain('"version":1');
    expect(await b.getOrLoad('ai_provider_x', async () => ({ version: 2 }))).toEqual({ version: 1 });
    await a.clear(['ai_provider_x']);
    expect(await redis.get(under('ai_provider_x'))).toBeNull();
    expect(await b.getOrLoad('ai_provider_x', async () => ({ version: 2 }))).toEqual({ version: 2 });
  });

  it('believes nothing that was there before it started', async () => {
    const { a, under, open } = await openTwo();
    await a.getOrLoad('k', async () => 'before');
    await stored(under('k')).toContain('before');
    const late = await open();
    expect(await late.getOrLoad('k', async () => 'after')).toBe('after');
  });

  it('puts every key under its namespace, with 300 seconds to live at most', async () => {
    const { a, under } = await openTwo();
    for (const key of ['ai_providers_active', 'ai_provider_x']) {
      await a.getOrLoad(key, async () => key);
      await stored(under(key)).not.toBeNull();
    }
    const keys = await redis.keys(under('*'));
    expect(keys.sort()).toEqual(['ai_provider_x', 'ai_providers_active', 'generation'].map(under));
    for (const key of keys) {
      const left = await redis.pTTL(key);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(300_000);
    }
  });

  const five = 'x'.repeat(5 * 1024 * 1024);
  it.each([
    ['broken JSON', '{"value":{"gen'],
    ['5 MB of text', JSON.stringify({ value: five })],
    ['5 MB under a wrong generation', JSON.stringify({ value: { generation: five, value: 1 } })],
    ['nothing', 'null'],
    ['a number', '5'],
    ['no generation', '{"value":{"value":"planted"}}'],
    ['no value', '{"value":{"generation":"g"}}'],
    ['a raw value', '{"value":"planted"}'],
  ])('takes %s for a miss, and writes over it', async (_what, planted) => {
    const { a, under } = await openTwo();
    await redis.set(under('k'), planted);
    expect(await a.getOrLoad('k', async () => 'loaded')).toBe('loaded');
    await stored(under('k')).toMatch(/^\{"value":\{"generation":"[^"]{36}","value":"loaded"\}\}$/);
    await redis.set(under('generation'), planted);
    expect(await a.getOrLoad('k', async () => 'loaded again')).toBe('loaded again');
    await stored(under('generation')).toMatch(/^\{"value":"[^"]{36}"\}$/);
    expect(a.state()).toBe('up');
  });

  it('takes a key of another type for a miss, and writes over it', async () => {
    const { a, under } = await openTwo();
    await redis.lPush(under('k'), 'planted');
    await redis.del(under('generation'));
    await redis.lPush(under('generation'), 'planted');
    expect(await a.getOrLoad('k', async () => 'loaded')).toBe('loaded');
    await stored(under('k')).toContain('loaded');
    expect(a.state()).toBe('up');
  });

  it('loads once for 200 readers who find no generation', async () => {
    const { a, under } = await openTwo();
    await redis.del(under('generation'));
    const load = vi.fn(async () => 1);
    await Promise.all(Array.from({ length: 200 }, () => a.getOrLoad('k', load)));
    expect(load).toHaveBeenCalledOnce();
  });

  it('gives a value that JSON has no words for, without keeping it in Redis or going down', async () => {
    const { a, under } = await openTwo();
    expect(await a.getOrLoad('k', async () => ({ count: 1n }))).toEqual({ count: 1n });
    expect(await a.getOrLoad('other', async () => 1)).toBe(1);
    await stored(under('other')).not.toBeNull();
    expect(await redis.exists(under('k'))).toBe(0);
    expect(a.state()).toBe('up');
  });
}
