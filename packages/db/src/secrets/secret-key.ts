import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import { FernetKey } from './fernet.js';
import { toBase64Url } from './fernet-token.js';

/** One SECRET_KEY and what is derived from it. Nothing of it shows when it is printed but its id. */
export class SecretKey {
  /** Tells keys apart in logs and counts; the key cannot be had from it. */
  readonly id: string;
  readonly fernet: FernetKey;
  readonly #material: KeyObject;
  readonly #binding: KeyObject;

  constructor(secretKey: string) {
    // An empty key works with every primitive below, and protects nothing.
    if (secretKey === '') throw new TypeError('SECRET_KEY and its fallbacks must not be empty');
    this.fernet = new FernetKey(fernetKeyBytes(secretKey));
    this.#material = createSecretKey(Buffer.from(secretKey));
    this.#binding = createSecretKey(this.derive('row-binding', 32));
    this.id = this.derive('key-id', 6).toString('hex');
  }

  /** A key for another use, independent of every other label. */
  derive(label: string, bytes: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#material, '', label, bytes));
  }

  /** The MAC that ties a token to its place. */
  bindingOf(place: readonly string[], token: string): Buffer {
    return createHmac('sha256', this.#binding)
      .update(encodeList([...place, token]))
      .digest();
  }

  binds(place: readonly string[], token: string, binding: Buffer): boolean {
    return timingSafeEqual(this.bindingOf(place, token), binding);
  }
}

/** The Fernet key of a SECRET_KEY as text: URL-safe base64 of its SHA-256, byte for byte as Python derives it. */
export function fernetKeyOf(secretKey: string): string {
  return toBase64Url(fernetKeyBytes(secretKey));
}

function fernetKeyBytes(secretKey: string): Buffer {
  return createHash('sha256').update(secretKey, 'utf8').digest();
}

/** Each part after its own length: no two lists share an encoding. */
function encodeList(parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}
