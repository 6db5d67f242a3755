const maxTokenLength = 64 * 1024;
const blockLength = 16;
const ivOffset = 9; // one byte of version, eight of time
const headLength = ivOffset + blockLength;
const macLength = 32;
const version = 0x80;

/** The longest text, in bytes of UTF-8, whose token is still within the limit: padding adds at least one byte. */
export const maxPlaintextBytes =
  Math.floor(((maxTokenLength / 4) * 3 - headLength - macLength) / blockLength) * blockLength - 1;

/** A token of the right form. Who made it is not known until its MAC has been checked. */
export interface FernetToken {
  text: string;
  /** Everything that the MAC covers, as it was received. */
  signed: Buffer;
  iv: Buffer;
  ciphertext: Buffer;
  mac: Buffer;
}

/** Takes a token apart; null for whatever is not one canonical Fernet token, to the last character. */
export function parseToken(text: unknown): FernetToken | null {
  if (typeof text !== 'string' || text.length > maxTokenLength) return null;
  const bytes = Buffer.from(text, 'base64url');
  // Node skips what is no base64 and forgives missing padding: only one spelling of the bytes is a token.
  if (toBase64Url(bytes) !== text) return null;
  if (bytes.length < headLength + blockLength + macLength) return null;
  if ((bytes.length - headLength - macLength) % blockLength !== 0 || bytes[0] !== version) return null;
  return {
    text,
    signed: bytes.subarray(0, -macLength),
    iv: bytes.subarray(ivOffset, headLength),
    ciphertext: bytes.subarray(headLength, -macLength),
    mac: bytes.subarray(-macLength),
  };
}

/** URL-safe base64 with its padding: the alphabet of Fernet keys and tokens. */
export function toBase64Url(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
