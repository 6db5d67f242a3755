import type { Log } from '../log.js';

const quietMs = 10_000;

/** Says that Redis is out of reach, and that it is back, at most once in ten seconds. */
export class Complaints {
  readonly #log: Log;
  readonly #now: () => number;
  #quietUntil = -Infinity;
  #owesGoodNews = false;

  constructor(log: Log, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  complain(error: unknown): void {
    if (this.#now() < this.#quietUntil) return;
    this.#quietUntil = this.#now() + quietMs;
    this.#owesGoodNews = true;
    this.#log.warn({ reason: reasonOf(error) }, 'The cache does not work: the database is read instead');
  }

  recovered(): void {
    if (!this.#owesGoodNews) return;
    this.#owesGoodNews = false;
    this.#log.info({}, 'The cache works again');
  }
}

// The message and no more: an error may carry the address that it was made from, and that may hold a password.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  // A refused connection to a name with two addresses has a code and no message.
  return error.message || ('code' in error ? String(error.code) : error.name);
}
