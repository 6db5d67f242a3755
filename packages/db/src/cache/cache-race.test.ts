import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../log.js';
import { inUse } from '../testing/cache-conformance.js';
import { createCache, type RegistryCache } from './cache.js';

const redisUrl = process.env.TEST_REDIS_URL;
const trials = 1_000;

describe('readers against a writer', () => {
  it(`never leave an old value in memory, in ${trials} trials`, async () => {
    const cache = createCache({ log: silentLog });
    expect(await staleTrials([cache])).toEqual([]);
  });

  if (!redisUrl) return;
  it(`never leave an old value on two instances, in ${trials} trials`, async () => {
    const namespace = `test-${randomUUID()}`;
    const caches = [1, 2].map(() => createCache({ redisUrl, namespace, log: silentLog }));
    onTestFinished(async () => void (await Promise.all(caches.map((cache) => cache.close()))));
    await Promise.all(caches.map(inUse));
    expect(await staleTrials(caches)).toEqual([]);
    expect(caches.map((cache) => cache.state())).toEqual(['up', 'up']);
  });
});

/** The trials after which some instance gave a value from before the write, or a late reader got one. */
async function staleTrials(caches: RegistryCache[]): Promise<number[]> {
  const random = seededRandom(20_261_124);
  const pick = () => caches[Math.floor(random() * caches.length)] ?? raise();
  const stale: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const key = `ai_provider_${trial % 5}`; // taken again, so that a trial meets what another one left
    const fresh = await runTrial({ caches, pick, random, key, trial });
    if (!fresh) stale.push(trial);
  }
  return stale;
}

interface Trial {
  caches: RegistryCache[];
  pick: () => RegistryCache;
  random: () => number;
  key: string;
  trial: number;
}

async function runTrial({ caches, pick, random, key, trial }: Trial): Promise<boolean> {
  const [before, after] = [`${trial} before`, `${trial} after`];
  let row = before;
  let isWritten = false;
  let fresh = true;
  const read = async (cache: RegistryCache) => {
    const startedLate = isWritten;
    const value = await cache.getOrLoad(key, async () => {
      const seen = row;
      await someTime(random);
      return seen;
    });
    if (startedLate && value !== after) fresh = false;
  };
  const reader = async (cache: RegistryCache) => {
    await someTime(random);
    await read(cache);
    await read(cache);
  };
  const writer = async (cache: RegistryCache) => {
    await someTime(random);
    row = after;
    await someTime(random);
    await cache.clear([key]);
    isWritten = true;
  };
  await pick().clear([key]); // the row of this trial replaces that of the last one
  await Promise.all([reader(pick()), reader(pick()), reader(pick()), writer(pick())]);
  await Promise.all(caches.map(read));
  return fresh;
}

/** Up to two milliseconds, mostly less. */
async function someTime(random: () => number): Promise<void> {
  if (random() < 0.3) await pause(Math.floor(random() * 2));
  else for (let turns = Math.floor(random() * 6); turns > 0; turns -= 1) await nextTurn();
}

/** The same delays in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function raise(): never {
  throw new Error('A trial needs a cache');
}
