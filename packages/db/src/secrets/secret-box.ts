import { parseToken } from './fernet-token.js';
import { OpenedSecrets } from './opened-secrets.js';
import { SecretKey } from './secret-key.js';
import { SecretUnreadableError } from './secret-unreadable-error.js';

export { SecretUnreadableError } from './secret-unreadable-error.js';
export { weaknessOf } from './weak-keys.js';

/** Authenticated encryption of short secrets. Methods throw; none returns a fallback. */
export interface SecretBox {
  /** A short id of the writing key, safe to print. */
  readonly keyId: string;
  /** The ids of all keys, the writing key first. */
  readonly keyIds: readonly string[];
  /** @throws TypeError or RangeError for a text that is empty, no well-formed Unicode, or too long */
  seal(plaintext: string): string;
  /** Opens a token of any key. @throws SecretUnreadableError */
  open(token: string): string;
  /** Whether one of our keys made this value; decrypts nothing. */
  isSealed(value: string): boolean;
  /** The id of the key that made a token, or null where none of ours did. */
  keyIdOf(token: string): string | null;
  /** Ties a token to its place, so that it is worth nothing in another row: hex of an HMAC under the writing key. */
  bind(place: readonly string[], token: string): string;
  /** Whether a binding was made by any of our keys for this token in this place. */
  isBound(place: readonly string[], token: string, binding: string): boolean;
  /** A key for another use, from the writing key by HKDF. */
  derive(label: string, bytes: number): Buffer;
  /** Drops a token's plaintext from the memory of this process. */
  forget(token: string): void;
}

interface Options {
  secretKey: string;
  /** Keys of earlier times: they read, and never write. */
  fallbacks?: readonly string[];
  /** The clock in milliseconds. */
  now?: () => number;
}

/** The keys of an installation behind the port: the first writes, all of them read. */
export function createSecretBox({ secretKey, fallbacks = [], now = Date.now }: Options): SecretBox {
  const writing = new SecretKey(secretKey);
  const older = [...new Set(fallbacks)].filter((fallback) => fallback !== secretKey);
  return new FernetSecretBox(
    writing,
    older.map((fallback) => new SecretKey(fallback)),
    now,
  );
}

class FernetSecretBox implements SecretBox {
  readonly keyId: string;
  readonly keyIds: readonly string[];
  readonly #writing: SecretKey;
  readonly #keys: readonly SecretKey[];
  readonly #opened: OpenedSecrets;
  readonly #now: () => number;

  constructor(writing: SecretKey, older: readonly SecretKey[], now: () => number) {
    this.#writing = writing;
    this.#keys = [writing, ...older];
    this.#opened = new OpenedSecrets(now);
    this.#now = now;
    this.keyId = writing.id;
    this.keyIds = Object.freeze(this.#keys.map((key) => key.id));
  }

  seal(plaintext: string): string {
    return this.#writing.fernet.seal(plaintext, this.#now());
  }

  open(token: string): string {
    const known = this.#opened.get(token);
    if (known !== undefined) return known;

    const parsed = parseToken(token);
    const key = parsed && this.#keys.find(({ fernet }) => fernet.authenticates(parsed));
    if (!parsed || !key) throw new SecretUnreadableError();
    const plaintext = key.fernet.open(parsed);
    this.#opened.set(token, plaintext);
    return plaintext;
  }

  isSealed(value: string): boolean {
    return this.keyIdOf(value) !== null;
  }

  keyIdOf(token: string): string | null {
    const parsed = parseToken(token);
    return (parsed && this.#keys.find(({ fernet }) => fernet.authenticates(parsed))?.id) ?? null;
  }

  bind(place: readonly string[], token: string): string {
    return this.#writing.bindingOf(place, token).toString('hex');
  }

  isBound(place: readonly string[], token: string, binding: string): boolean {
    if (!/^[0-9a-f]{64}$/.test(binding)) return false;
    const received = Buffer.from(binding, 'hex');
    return this.#keys.some((key) => key.binds(place, token, received));
  }

  derive(label: string, bytes: number): Buffer {
    return this.#writing.derive(label, bytes);
  }

  forget(token: string): void {
    this.#opened.delete(token);
  }
}
