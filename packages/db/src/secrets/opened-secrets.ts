const maxEntries = 500;
const maxAgeMs = 60_000;

interface Entry {
  plaintext: string;
  openedAt: number;
}

/**
 * Remembers secrets that were opened lately, in this process only: one decryption costs a tenth of a millisecond
 * of the event loop. Bounded in number and age.
 */
export class OpenedSecrets {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(token: string): string | undefined {
    const entry = this.#entries.get(token);
    if (!entry) return undefined;
    const ageMs = this.#now() - entry.openedAt;
    // A negative age is a clock set back: the entry could otherwise outlive its minute.
    if (ageMs >= 0 && ageMs < maxAgeMs) return entry.plaintext;
    this.#entries.delete(token);
    return undefined;
  }

  set(token: string, plaintext: string): void {
    this.#entries.delete(token); // a Map keeps the place of a known key, and the eldest must come first
    this.#entries.set(token, { plaintext, openedAt: this.#now() });
    for (const eldest of this.#entries.keys()) {
      if (this.#entries.size <= maxEntries) return;
      this.#entries.delete(eldest);
    }
  }

  delete(token: string): void {
    this.#entries.delete(token);
  }
}
