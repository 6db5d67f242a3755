import { randomUUID } from 'node:crypto';
import type { Keyv } from 'keyv';
import type { Log } from '../log.js';
import { cacheKeys } from './cache-keys.js';
import { Complaints } from './complaints.js';
import { connectRedis, type RedisClient } from './connect-redis.js';
import { isEntry, type Entry } from './registry-cache.js';
import { within } from './within.js';

export interface RedisStoreOptions {
  redisUrl: string;
  namespace: string;
  ttlMs: number;
  log: Log;
  now: () => number;
}

// A call of the cache makes two steps at most: half a second in all.
const stepLimitMs = 250;
const retryMs = 1_000;

/**
 * Entries and the generation in Redis, behind a breaker. One failure of any kind opens it. While it is open nothing
 * is asked of Redis, so nobody waits; only a fresh generation, written in the background, closes it. A change that
 * was made meanwhile can therefore not be hidden by an entry from before, whoever stored it.
 *
 * One window stays: an instance that alone has lost Redis can't tell the others what it changed before it is back
 * (one second after Redis can be reached, or never if it dies first). They serve the old value until then, for
 * CACHE_TIMEOUT at most.
 */
export class RedisStore {
  readonly #keyv: Keyv;
  readonly #client: RedisClient;
  readonly #complaints: Complaints;
  #up = false;
  #closed = false;
  #recovering = false;
  #interruptions = 0;
  #retry: NodeJS.Timeout | undefined;

  constructor({ redisUrl, namespace, ttlMs, log, now }: RedisStoreOptions) {
    this.#complaints = new Complaints(log, now);
    ({ keyv: this.#keyv, client: this.#client } = connectRedis(redisUrl, namespace, ttlMs));
    this.#keyv.on('error', (error: unknown) => this.#complain(error)); // a reply that is an error says nothing about the connection
    this.#client.on('error', (error: unknown) => this.#open(error));
    this.#client.on('ready', () => void this.#recover());
    this.#client.connect().catch((error: unknown) => this.#open(error)); // it goes on trying; this is only for close()
  }

  get up(): boolean {
    return this.#up;
  }

  /** The generation in force, or nothing while the breaker is open. */
  generation(): Promise<string | undefined> {
    return this.#step(async () => {
      const current = await this.#get(cacheKeys.generation);
      if (isGeneration(current)) return current;
      // It has expired or was flushed. Asked again, so that all who renew it now agree on one.
      await this.#putNewGeneration();
      const renewed = await this.#get(cacheKeys.generation);
      return isGeneration(renewed) ? renewed : undefined;
    });
  }

  async read(key: string): Promise<Entry | undefined> {
    const found = await this.#step(() => this.#get(key));
    return isEntry(found) ? found : undefined;
  }

  async write(key: string, entry: Entry): Promise<void> {
    await this.#step(() => this.#keyv.set(key, entry));
  }

  /** Puts a new generation in force; deleting the keys is only tidiness. */
  async renew(keys: readonly string[]): Promise<void> {
    this.#interruptions += 1;
    await this.#step(() => this.#putNewGeneration());
    if (keys.length > 0) await this.#step(() => this.#keyv.delete([...keys]));
  }

  close(): void {
    this.#closed = true;
    this.#up = false;
    clearTimeout(this.#retry);
    if (this.#client.isOpen) this.#client.destroy();
  }

  async #step<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (!this.#up) return undefined;
    try {
      return await within(stepLimitMs, work());
    } catch (error) {
      // A value that JSON can't hold is the caller's mistake, not an outage.
      if (error instanceof TypeError) this.#complain(error);
      else this.#open(error);
      return undefined;
    }
  }

  async #get(key: string): Promise<unknown> {
    try {
      return await this.#keyv.get<unknown>(key);
    } catch (error) {
      if (!this.#client.isReady) throw error;
      return undefined; // broken JSON, or a list where a text should be: a miss, which the next write mends
    }
  }

  #putNewGeneration(): Promise<boolean> {
    return this.#keyv.set(cacheKeys.generation, randomUUID());
  }

  #open(error: unknown): void {
    this.#interruptions += 1;
    this.#up = false;
    this.#complain(error);
    if (!this.#closed) this.#retry ??= setTimeout(() => void this.#recover(), retryMs).unref();
  }

  async #recover(): Promise<void> {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    if (this.#closed || this.#up || this.#recovering) return;
    this.#recovering = true;
    try {
      let before: number;
      do {
        before = this.#interruptions;
        await within(stepLimitMs, this.#putNewGeneration());
      } while (before !== this.#interruptions); // a change or a lost connection since: that generation proves nothing
      this.#up = !this.#closed;
      this.#complaints.recovered();
    } catch (error) {
      this.#open(error);
    } finally {
      this.#recovering = false;
    }
  }

  #complain(error: unknown): void {
    if (!this.#closed) this.#complaints.complain(error);
  }
}

// Anything longer is not ours, whoever put it there.
const isGeneration = (found: unknown): found is string => typeof found === 'string' && found.length === 36;
