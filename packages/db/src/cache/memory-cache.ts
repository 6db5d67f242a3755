import { Keyv } from 'keyv';
import { deepFreeze } from './deep-freeze.js';
import { LruMap } from './lru-map.js';
import { isEntry, type Entry, type RegistryCache } from './registry-cache.js';
import { SingleFlight } from './single-flight.js';

const maxEntries = 1_000;

/** The cache of a single process: frozen values themselves, neither copied nor turned into text. */
export class MemoryCache implements RegistryCache {
  readonly #entries = new LruMap<string, unknown>(maxEntries);
  readonly #flights = new SingleFlight();
  readonly #keyv: Keyv<Entry>;
  #clears = 0;

  constructor(ttlMs: number) {
    // With its default serializer Keyv spends 2.7 ms on a read of 500 models.
    this.#keyv = new Keyv<Entry>({
      store: this.#entries,
      ttl: ttlMs,
      useKeyPrefix: false,
      serialize: undefined,
      deserialize: undefined,
    });
  }

  async getOrLoad<T>(key: string, load: () => Promise<T>, { bypass = false } = {}): Promise<T> {
    if (bypass) return deepFreeze(await load());
    const generation = String(this.#clears);
    const entry = await this.#keyv.get(key);
    if (isEntry(entry) && entry.generation === generation) return entry.value as T; // stored under this key, so by this `load`
    return this.#flights.join(`${generation} ${key}`, async () => {
      const value = deepFreeze(await load());
      // Nobody would take it under an old generation; it would only stand where a newer one may stand already.
      if (generation === String(this.#clears)) await this.#keyv.set(key, { generation, value });
      return value;
    });
  }

  /** All at once: a load under way may be of any key, and loading anew is cheap beside serving what is old. */
  async clear(): Promise<void> {
    this.#clears += 1;
    this.#entries.clear();
  }

  clearMatching(): Promise<void> {
    return this.clear();
  }

  state(): 'memory' {
    return 'memory';
  }

  close(): Promise<void> {
    return this.clear();
  }
}
