import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { aged, generated, invalid, respelled, vectorKey } from './fixtures/fernet-vectors.js';
import { makeToken, readToken, secondsOf, sign } from './fixtures/reference-codec.js';
import { FernetKey } from './fernet.js';
import { maxPlaintextBytes, parseToken, toBase64Url } from './fernet-token.js';
import { SecretUnreadableError } from './secret-unreadable-error.js';

const key = new FernetKey(vectorKey);
const now = Date.UTC(2026, 0, 1);
const message = 'The secret cannot be decrypted';

function open(text: unknown): string {
  const token = parseToken(text);
  if (!token) throw new SecretUnreadableError();
  return key.open(token);
}

/** What opening came to, in one word. */
function outcome(text: unknown): string {
  try {
    open(text);
    return 'opened';
  } catch (error) {
    return error instanceof SecretUnreadableError && error.message === message ? 'unreadable' : String(error);
  }
}

function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of outcomes) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

describe('the official vectors', () => {
  it('are tokens that the reference codec of these tests makes byte for byte', () => {
    expect(makeToken(vectorKey, generated)).toBe(generated.token);
  });
  it('opens the generated token', () => {
    expect(open(generated.token)).toBe(generated.plaintext);
  });
  it.each(invalid)('refuses: %s', (_name, token) => {
    expect(outcome(token)).toBe('unreadable');
  });
  it.each(aged)('opens, because secrets have no age: %s', (_name, token) => {
    expect(open(token)).toBe('');
  });
});

describe('the gate', () => {
  it.each(respelled)('refuses: %s', (_name, token) => {
    expect(outcome(token)).toBe('unreadable');
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 1e10],
    ['an object that prints as a token', { toString: () => generated.token }],
    ['a list that holds a token', [generated.token]],
  ])('refuses what is no string: %s', (_name, value) => {
    expect(outcome(value)).toBe('unreadable');
  });

  const block = (lastByte: number, filler = 0x61) => Buffer.alloc(16, filler).fill(lastByte, 15);
  it.each([
    ['padding of 0 bytes', block(0)],
    ['padding of 17 bytes', block(17)],
    ['padding of 255 bytes', block(255)],
    ['padding whose bytes differ', block(4)],
    ['text that is no UTF-8', Buffer.concat([Buffer.from([0xc3, 0x28]), Buffer.alloc(14, 14)])],
    ['a surrogate spelled in UTF-8', Buffer.concat([Buffer.from([0xed, 0xa0, 0x80]), Buffer.alloc(13, 13)])],
    ['an overlong spelling of a slash', Buffer.concat([Buffer.from([0xc0, 0xaf]), Buffer.alloc(14, 14)])],
  ])('refuses under a right MAC: %s', (_name, plaintext) => {
    expect(outcome(makeToken(vectorKey, { plaintext, seconds: 1, padded: true }))).toBe('unreadable');
  });

  const body = Buffer.from(generated.token, 'base64url').subarray(0, -32);
  it.each([
    ['another version', Buffer.concat([Buffer.from([0x81]), body.subarray(1)])],
    ['a head without a block', body.subarray(0, 25)],
    ['half a block', body.subarray(0, 33)],
    ['a block and a half', Buffer.concat([body, Buffer.alloc(8)])],
  ])('refuses before any key is tried: %s', (_name, signed) => {
    expect(parseToken(sign(vectorKey, signed))).toBeNull();
  });

  // The package writes the year 10^17 as ten seconds after 1970, and so checks another MAC than the one received.
  it('refuses a token that was dated anew, beyond the calendar', () => {
    const bytes = Buffer.from(makeToken(vectorKey, { plaintext: 'hello', seconds: 10 }), 'base64url');
    bytes.writeBigUInt64BE(2n ** 62n, 1);
    expect(outcome(toBase64Url(bytes))).toBe('unreadable');
  });

  it('shows no key when it is printed', () => {
    const printed = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
    const hex = vectorKey.toString('hex');
    const secrets = [toBase64Url(vectorKey), hex.slice(0, 32), hex.slice(32)];
    expect(secrets.filter((secret) => printed.includes(secret))).toEqual([]);
  });

  it('opens the longest text that may be sealed, and refuses to seal or open a longer one', () => {
    const longest = 'k'.repeat(maxPlaintextBytes);
    expect(open(key.seal(longest, now))).toBe(longest);
    expect(() => key.seal(`${longest}k`, now)).toThrow(RangeError);
    expect(outcome(makeToken(vectorKey, { plaintext: `${longest}k`, seconds: 1 }))).toBe('unreadable');
  });

  it('needs a key of 32 bytes', () => {
    expect(() => new FernetKey(vectorKey.subarray(1))).toThrow(RangeError);
  });
});

describe('damage and forgery', () => {
  const token = makeToken(vectorKey, { plaintext: 'sk-test-0123456789-0123456789-0123456789', seconds: 1_700_000_000 });
  const bytes = Buffer.from(token, 'base64url');

  it('starts from a token that opens', () => {
    expect([token.length, outcome(token)]).toEqual([140, 'opened']);
  });

  it('refuses all 840 flips of one bit', () => {
    const flipped = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return toBase64Url(copy);
    });
    expect(tally(flipped.map(outcome))).toEqual({ unreadable: 840 });
  });

  it('refuses all 140 truncations', () => {
    const truncated = Array.from(token, (_, length) => token.slice(0, length));
    expect(tally(truncated.map(outcome))).toEqual({ unreadable: 140 });
  });

  it('refuses 20,000 random strings, half of them of the right form', () => {
    let state = 20_260_101;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const noise = () => String.fromCharCode(...Array.from({ length: random(200) }, () => random(0x10000)));
    const wellFormed = () => {
      const randomBytes = Buffer.from(Array.from({ length: 57 + 16 * (1 + random(4)) }, () => random(256))).fill(
        0x80,
        0,
        1,
      );
      return toBase64Url(randomBytes);
    };
    const strings = Array.from({ length: 20_000 }, (_, index) => (index % 2 === 0 ? noise() : wellFormed()));
    expect(strings.filter((text) => parseToken(text)).length).toBeGreaterThanOrEqual(10_000);
    expect(tally(strings.map(outcome))).toEqual({ unreadable: 20_000 });
  });
});

describe('age', () => {
  const year = 365.25 * 86_400;
  const thisSecond = Math.floor(Date.now() / 1000);
  it.each([
    ['1985', Date.UTC(1985, 9, 26) / 1000],
    ['2001', Date.UTC(2001, 0, 1) / 1000],
    ['ten years ago', thisSecond - 10 * year],
    ['ten years ahead', thisSecond + 10 * year],
  ])('opens a token of %s', (_name, seconds) => {
    expect(open(makeToken(vectorKey, { plaintext: 'sk-old', seconds: Math.floor(seconds) }))).toBe('sk-old');
  });
});

describe('sealing', () => {
  it.each([
    'k',
    'sk-live-abcdef1234',
    'Schlüssel 鍵 🔑',
    '\ufeffwith a byte order mark',
    'nul \0 and\r\nlines ',
    'x'.repeat(16),
  ])('makes a token that any reader of the format opens: %j', (plaintext) => {
    expect(readToken(vectorKey, key.seal(plaintext, now))).toBe(plaintext);
  });

  it.each([0, 1, 499, 500, 501, 999])('dates a token with the second that has begun, %i ms after it', (ms) => {
    expect(secondsOf(key.seal('k', now + ms))).toBe(now / 1000);
  });

  it.each([
    ['an empty text', '', TypeError],
    ['half a surrogate pair', 'key \ud83d', TypeError],
  ])('refuses %s', (_name, plaintext, type) => {
    expect(() => key.seal(plaintext, now)).toThrow(type);
  });

  it('does not repeat the text in the error', () => {
    for (const plaintext of ['sk-live-abcdef\udc00', 'sk-live-abcdef'.repeat(10_000)]) {
      expect(() => key.seal(plaintext, now)).toThrow(/^(?!.*sk-live)/s);
    }
  });
});
