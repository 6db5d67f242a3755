import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Log } from '../log.js';
import { inUse } from '../testing/cache-conformance.js';
import { canRunRedis, openLine, prepareRedis, type RedisProcess } from '../testing/redis-process.js';
import { createCache, type RegistryCache } from './cache.js';

const pauseMs = 5;

const canTry = process.env.TEST_REDIS_URL !== undefined && canRunRedis();

describe('a Redis that fails', () => {
  let redis: RedisProcess;
  let lines: string[];
  const note = (_fields: object, message: string) => void lines.push(message);
  const log: Log = { info: note, warn: note, error: note };

  beforeEach(async () => {
    lines = [];
    redis = await prepareRedis();
  });
  afterEach(() => redis.dispose());

  function open(redisUrl = redis.url): RegistryCache {
    const cache = createCache({ redisUrl, log });
    onTestFinished(() => cache.close());
    return cache;
  }

  it('that is not there holds nobody up and fills no log', async () => {
    const cache = open();
    const reads = Array.from({ length: 200 }, (_, i) => timed(() => cache.getOrLoad(`k${i}`, async () => i)));
    const times = await Promise.all(reads);
    expect(times.map(({ value }) => value)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect(Math.max(...times.map(({ ms }) => ms))).toBeLessThan(50);
    expect((await timed(() => cache.clear(['k1']))).ms).toBeLessThan(50);
    await expect
      .poll(() => lines, { timeout: 5_000 })
      .toEqual(['The cache does not work: the database is read instead']);
  });

  if (!canTry) return; // the rest needs a Redis that may be killed

  it('that comes late is used within five seconds', async () => {
    const cache = open();
    await cache.getOrLoad('k', async () => 1);
    await redis.start();
    await usable(cache);
    expect(lines.length).toBeLessThanOrEqual(2);
  });

  it('that freezes costs each reader one slow call, hides no change, and is used again', async () => {
    await redis.start();
    const [a, b] = [await inUse(open()), await inUse(open())];
    const load = startLoad([a, b]);
    await pause(200); // time under load, not a wait for anything
    redis.freeze();
    for (let change = 0; change < 8; change += 1) {
      await load.write(a);
      await pause(400);
    }
    redis.thaw();
    await Promise.all([usable(a), usable(b)]);
    await load.write(b);
    const { reads, stale, slow } = await load.stop();
    expect(stale).toEqual([]);
    expect(reads).toBeGreaterThan(500);
    expect(Math.max(0, ...slow.map(({ ms }) => ms))).toBeLessThanOrEqual(700);
    for (const reader of load.readers)
      expect(slow.filter((call) => call.reader === reader).length).toBeLessThanOrEqual(1);
    expect(lines.filter((line) => line.includes('does not work')).length).toBeLessThanOrEqual(2);
  });

  it('that is killed and restarted five times fails no call and hides no change', async () => {
    await redis.start();
    const [a, b] = [await inUse(open()), await inUse(open())];
    const load = startLoad([a, b]);
    for (let round = 0; round < 5; round += 1) {
      await load.write(b);
      await redis.kill();
      await load.write(a);
      await pause(300);
      await load.write(b);
      await redis.start();
      await Promise.all([usable(a), usable(b)]);
    }
    const { reads, stale, slow } = await load.stop();
    expect(stale).toEqual([]);
    expect(reads).toBeGreaterThan(500);
    expect(Math.max(0, ...slow.map(({ ms }) => ms))).toBeLessThanOrEqual(700);
    expect(lines.filter((line) => line.includes('does not work')).length).toBeLessThanOrEqual(4);
  });

  it('that brings back what it held before is not believed', async () => {
    await redis.start();
    const cache = await inUse(open());
    let row = 'old';
    const read = () => cache.getOrLoad('k', async () => row);
    await read();
    await redis.save();
    await redis.kill();
    row = 'new';
    await cache.clear(['k']);
    await redis.start();
    await usable(cache);
    expect(await read()).toBe('new');
  });

  it('that one instance alone has lost hears of its changes once they can be told', async () => {
    await redis.start();
    const line = await openLine(redis.url);
    onTestFinished(() => line.cut());
    const [cutOff, other] = [await inUse(open(line.url)), await inUse(open())];
    let row = 'old';
    const read = () => other.getOrLoad('k', async () => row);
    expect(await read()).toBe('old');
    await line.cut();
    row = 'new';
    await cutOff.clear(['k']);
    expect([cutOff.state(), other.state()]).toEqual(['down', 'up']);
    await line.mend();
    await expect.poll(read, { timeout: 5_000, interval: 10 }).toBe('new');
  });

  it('that answers only after a change was made does not make that change forgotten', async () => {
    await redis.start();
    const line = await openLine(redis.url);
    onTestFinished(() => line.cut());
    const [changing, other] = [await inUse(open(line.url)), await inUse(open())];
    let row = 'old';
    let loads = 0;
    const read = () => other.getOrLoad('k', async () => ({ row, load: (loads += 1) }));
    await line.cut();
    await read();
    line.holdRepliesTo('generation');
    await line.mend();
    // The new generation is in force, the instance that sent it has yet to hear so, and the old row is stored under it.
    await expect.poll(read, { timeout: 5_000, interval: 2 }).toEqual({ row: 'old', load: 2 });
    row = 'new';
    await changing.clear(['k']);
    line.letReplies();
    await usable(changing);
    expect(await read()).toEqual({ row: 'new', load: 3 });
  });

  it('lets an idle connection live', async () => {
    await redis.start();
    const cache = await inUse(open());
    await pause(1_600); // silence is what is tested: twice the socket's limit
    expect(cache.state()).toBe('up');
    expect(lines).toEqual([]);
  });
});

/** In use again within five seconds. */
async function usable(cache: RegistryCache): Promise<void> {
  await expect.poll(() => cache.state(), { timeout: 5_000, interval: 10 }).toBe('up');
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  return { value: await work(), ms: performance.now() - started };
}

/** Reads one row through every cache, three readers each, and notes what was old or slow. A failed read fails `stop`. */
function startLoad(caches: RegistryCache[]) {
  let row = 0;
  let written = 0;
  let reads = 0;
  let isOver = false;
  const stale: string[] = [];
  const slow: { reader: number; ms: number }[] = [];

  async function readOn(cache: RegistryCache, reader: number): Promise<void> {
    while (!isOver) {
      const least = written;
      const { value, ms } = await timed(() => cache.getOrLoad('ai_providers_active', async () => row));
      reads += 1;
      if (value < least) stale.push(`${value} after ${least}`);
      if (ms > 50) slow.push({ reader, ms });
      await pause(pauseMs);
    }
  }
  const readers = caches
    .flatMap((cache) => [cache, cache, cache])
    .map((cache, reader) => ({ reader, done: readOn(cache, reader) }));

  return {
    readers: readers.map(({ reader }) => reader),
    async write(cache: RegistryCache): Promise<void> {
      row += 1;
      await cache.clear(['ai_providers_active']);
      written = row;
    },
    async stop() {
      isOver = true;
      await Promise.all(readers.map(({ done }) => done));
      return { reads, stale, slow };
    },
  };
}
