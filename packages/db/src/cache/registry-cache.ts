/** Loads once and remembers. Plain, non-secret projections only: what it holds may stand in Redis as JSON. */
export interface RegistryCache {
  /**
   * The remembered value, or what `load` gives; deep-frozen either way. A failing cache never fails the call.
   * With `bypass` nothing is read, kept or shared: inside a database transaction rows may yet be rolled back.
   */
  getOrLoad<T>(key: string, load: () => Promise<T>, options?: { bypass?: boolean }): Promise<T>;
  /** Call it after the commit. No value loaded before this call is given to a call made after it. Never throws. */
  clear(keys: readonly string[]): Promise<void>;
  /** The same for every key that a glob matches, such as `ai_models_*`. */
  clearMatching(pattern: string): Promise<void>;
  /** `memory` without Redis; with it, whether the cache is in use right now. */
  state(): 'memory' | 'up' | 'down';
  close(): Promise<void>;
}

/** A value with the generation that was current before it was loaded: out of date as soon as another one is. */
export interface Entry {
  generation: string;
  value: unknown;
}

/** Tells an entry from whatever else may lie under a key of a Redis that others can write to. */
export function isEntry(found: unknown): found is Entry {
  return (
    typeof found === 'object' &&
    found !== null &&
    'value' in found &&
    'generation' in found &&
    typeof found.generation === 'string'
  );
}
