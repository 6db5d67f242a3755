import type { Log } from '../log.js';
import { MemoryCache } from './memory-cache.js';
import { RedisCache } from './redis-cache.js';
import type { RegistryCache } from './registry-cache.js';

export type { RegistryCache } from './registry-cache.js';

/** Seconds that a cached value lives at most. */
export const CACHE_TIMEOUT = 300;

export interface CacheOptions {
  /** Without it the cache lives in the memory of this process. */
  redisUrl?: string;
  namespace?: string;
  ttlMs?: number;
  log: Log;
  /** The clock that spaces the log lines. */
  now?: () => number;
}

/** Makes the cache of the registry. It never waits for Redis: until that answers, the database is read. */
export function createCache({
  redisUrl,
  namespace = 'ai-providers',
  ttlMs = CACHE_TIMEOUT * 1000,
  log,
  now = Date.now,
}: CacheOptions): RegistryCache {
  return redisUrl === undefined ? new MemoryCache(ttlMs) : new RedisCache({ redisUrl, namespace, ttlMs, log, now });
}
