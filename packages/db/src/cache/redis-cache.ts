import { deepFreeze } from './deep-freeze.js';
import { globMatcher } from './glob.js';
import { LruMap } from './lru-map.js';
import { RedisStore, type RedisStoreOptions } from './redis-store.js';
import type { Entry, RegistryCache } from './registry-cache.js';
import { SingleFlight } from './single-flight.js';

const maxRecent = 1_000;

/**
 * The cache that several instances share.
 *
 * Why nothing old is served: a generation is a random name that is put in force once and never again. A reader asks
 * for the one in force before it looks for an entry or loads, and takes or stores a value only under that name. A
 * writer puts a new one in force after its commit. So an entry under the name in force was loaded after the last
 * writer was done, and a slow reader stores under a name that nobody asks for any more.
 */
export class RedisCache implements RegistryCache {
  readonly #store: RedisStore;
  readonly #recent = new LruMap<string, Entry>(maxRecent);
  readonly #flights = new SingleFlight();
  #clears = 0;

  constructor(options: RedisStoreOptions) {
    this.#store = new RedisStore(options);
  }

  async getOrLoad<T>(key: string, load: () => Promise<T>, { bypass = false } = {}): Promise<T> {
    if (bypass) return deepFreeze(await load());
    const generation = await this.#store.generation();
    if (generation === undefined) {
      return this.#flights.join(`without ${this.#clears} ${key}`, async () => deepFreeze(await load()));
    }
    const recent = this.#recent.get(key);
    if (recent?.generation === generation) return recent.value as T; // stored under this key, so by this `load`
    return this.#flights.join(`${generation} ${key}`, () => this.#readOrLoad(key, generation, load));
  }

  async clear(keys: readonly string[]): Promise<void> {
    this.#clears += 1;
    this.#recent.clear();
    await this.#store.renew(keys);
  }

  /** Deletes what this process has seen; the rest is out of reach already and expires. A scan would read all of Redis. */
  clearMatching(pattern: string): Promise<void> {
    return this.clear([...this.#recent.keys()].filter(globMatcher(pattern)));
  }

  state(): 'up' | 'down' {
    return this.#store.up ? 'up' : 'down';
  }

  async close(): Promise<void> {
    this.#recent.clear();
    this.#store.close();
  }

  async #readOrLoad<T>(key: string, generation: string, load: () => Promise<T>): Promise<T> {
    const stored = await this.#store.read(key);
    if (stored?.generation === generation) return this.#remember(key, generation, stored.value as T); // as above
    const clears = this.#clears;
    const value = deepFreeze(await load());
    // Nobody would take it under an old generation; it would only stand where a newer one may stand already.
    if (clears !== this.#clears) return value;
    void this.#store.write(key, { generation, value }); // the caller has what it came for; write() never rejects
    return this.#remember(key, generation, value);
  }

  #remember<T>(key: string, generation: string, value: T): T {
    this.#recent.set(key, { generation, value: deepFreeze(value) });
    return value;
  }
}
