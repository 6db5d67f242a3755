import { createCipheriv, createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import fernet from 'fernet';
import { maxPlaintextBytes, parseToken, toBase64Url, type FernetToken } from './fernet-token.js';
import { SecretUnreadableError } from './secret-unreadable-error.js';

// The package needs its method on every string; out of sight, it does not turn up in a `for…in` elsewhere.
Object.defineProperty(String.prototype, 'lpad', { enumerable: false });

/**
 * One Fernet key. The `fernet` package encrypts and decrypts; this class lets nothing reach it that is not a
 * canonical token of ours, because alone it takes damaged tokens and answers '' for some of them.
 */
export class FernetKey {
  readonly #secret: fernet.Secret;
  readonly #signing: KeyObject;
  readonly #encryption: KeyObject;

  /** @param bytes the 32 bytes of a Fernet key: 16 to sign with, then 16 to encrypt with */
  constructor(bytes: Buffer) {
    if (bytes.length !== 32) throw new RangeError('A Fernet key has 32 bytes');
    this.#secret = new fernet.Secret(toBase64Url(bytes));
    this.#signing = createSecretKey(bytes.subarray(0, 16));
    this.#encryption = createSecretKey(bytes.subarray(16));
  }

  /** Whether this key made the token; decrypts nothing. */
  authenticates(token: FernetToken): boolean {
    return timingSafeEqual(createHmac('sha256', this.#signing).update(token.signed).digest(), token.mac);
  }

  /** @throws SecretUnreadableError, and no other error, for whatever is no intact token of this key */
  open(token: FernetToken): string {
    if (!this.authenticates(token)) throw new SecretUnreadableError();
    const plaintext = this.#decrypt(token);
    // The package does not check the padding. Encrypting again does: it allows one ciphertext per text and IV.
    if (!this.#encrypt(plaintext, token.iv).equals(token.ciphertext)) throw new SecretUnreadableError();
    return plaintext;
  }

  /** @throws TypeError or RangeError for a text that could not be read back */
  seal(plaintext: string, atMs: number): string {
    refuseUnsealable(plaintext);
    const text = new fernet.Token({ secret: this.#secret, ttl: 0, time: wholeSecond(atMs) }).encode(plaintext);
    const token = parseToken(text);
    // A secret that cannot be read back is lost, and nobody would notice before its next use.
    if (!token || this.open(token) !== plaintext) throw new Error('The new token does not open again');
    return text;
  }

  #decrypt({ text }: FernetToken): string {
    try {
      // ttl 0: stored secrets never age. Left out, the package would refuse them after a minute.
      return new fernet.Token({ secret: this.#secret, ttl: 0 }).decode(text);
    } catch {
      throw new SecretUnreadableError(); // the package knows five classes of error, and some quote their input
    }
  }

  #encrypt(plaintext: string, iv: Buffer): Buffer {
    const cipher = createCipheriv('aes-128-cbc', this.#encryption, iv);
    return Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  }
}

/**
 * The time as the package takes it safely. Without one it rounds, and half of all tokens are dated ahead of the
 * clock; with milliseconds it writes a fraction into the field and shifts it. The `iv` option is never given:
 * the package reads indexes instead of bytes, so that every IV would be the same.
 */
function wholeSecond(atMs: number): string {
  return new Date(Math.floor(atMs / 1000) * 1000).toISOString();
}

function refuseUnsealable(plaintext: unknown): void {
  if (typeof plaintext !== 'string') throw new TypeError('A secret must be a string');
  if (plaintext === '') throw new TypeError('An empty secret cannot be encrypted');
  if (!plaintext.isWellFormed())
    throw new TypeError('A secret must be well-formed Unicode: it holds half a surrogate pair');
  if (Buffer.byteLength(plaintext) > maxPlaintextBytes)
    throw new RangeError(`A secret has at most ${maxPlaintextBytes} bytes`);
}
