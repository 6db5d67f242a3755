import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import fernet from 'fernet';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ivOf, makeToken, secondsOf } from './fixtures/reference-codec.js';
import { createSecretBox, SecretUnreadableError } from './secret-box.js';
import { fernetKeyOf } from './secret-key.js';

// Before the imports below are evaluated: the package must not warn while it loads either.
const warnings = vi.hoisted(() => {
  const seen: string[] = [];
  process.on('warning', (warning) => seen.push(`${warning.name}: ${warning.message}`));
  return seen;
});

const secretKey = 'first-key-of-the-tests-v3Q9zt0Lw7Xc5Nb1';
const olderKey = 'older-key-of-the-tests-Kj8Hg6Fd4Sa2Poi5';
const apiKey = 'sk-test-abcdef1234';
const box = createSecretBox({ secretKey });
const rotated = createSecretBox({ secretKey, fallbacks: [olderKey] });
const before = createSecretBox({ secretKey: olderKey });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('SecretBox', () => {
  it('opens what it sealed', () => {
    expect(box.open(box.seal(apiKey))).toBe(apiKey);
  });

  it('seals one text 10,000 times to 10,000 tokens with 10,000 IVs, none dated ahead of the clock', () => {
    const tokens = Array.from({ length: 10_000 }, () => {
      const token = box.seal(apiKey);
      return { token, iv: ivOf(token), aheadMs: secondsOf(token) * 1000 - Date.now() };
    });
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(10_000);
    const ivs = new Set(tokens.map(({ iv }) => iv));
    expect(ivs.size).toBe(10_000);
    expect(ivs).not.toContain('000102030405060708090a0b0c0d0e0f');
    expect(tokens.filter(({ aheadMs }) => aheadMs > 0)).toEqual([]);
  });

  it('gives strings no property that a loop would see', () => {
    const keys: string[] = [];
    for (const key in Object('')) keys.push(key);
    expect(keys).toEqual([]);
  });

  it('causes no warning of Node', async () => {
    box.open(box.seal(apiKey));
    await new Promise((resolve) => setImmediate(resolve)); // warnings are emitted in a later turn
    expect(warnings).toEqual([]);
  });

  it('refuses a token of another key with an error that tells nothing', () => {
    const token = before.seal(apiKey);
    const error = thrownBy(() => box.open(token));
    expect(error).toBeInstanceOf(SecretUnreadableError);
    expect(error).toMatchObject({ name: 'SecretUnreadableError', message: 'The secret cannot be decrypted' });
    expect(error).not.toHaveProperty('cause');
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain(token.slice(10, 30));
  });

  it('shows no key when it is printed', () => {
    rotated.open(rotated.seal(apiKey));
    const printed = inspect(rotated, { depth: 9, showHidden: true }) + JSON.stringify(rotated);
    const halves = [secretKey, olderKey].flatMap((key) => {
      const digest = createHash('sha256').update(key).digest();
      return [key, fernetKeyOf(key), digest.toString('hex').slice(0, 32), digest.toString('hex').slice(32)];
    });
    expect([...halves, apiKey].filter((secret) => printed.includes(secret))).toEqual([]);
    expect(printed).toContain(rotated.keyId);
  });

  it.each([
    ['SECRET_KEY', { secretKey: '' }],
    ['fallback', { secretKey, fallbacks: [''] }],
  ])('is not made with an empty %s', (_name, options) => {
    expect(() => createSecretBox(options)).toThrow('SECRET_KEY and its fallbacks must not be empty');
  });
});

describe('what counts as sealed', () => {
  const foreign = before.seal(apiKey);
  it('is a token of ours', () => {
    expect(box.isSealed(box.seal(apiKey))).toBe(true);
  });
  it.each([
    ['the mark alone', 'gAAAAAB'],
    ['text behind the mark', 'gAAAAABxxxx'],
    ['a token of another key', foreign],
    ['a token with a newline', `${box.seal(apiKey)}\n`],
    ['plaintext', apiKey],
    ['nothing', ''],
  ])('is not %s', (_name, value) => {
    expect([box.isSealed(value), box.keyIdOf(value)]).toEqual([false, null]);
  });
  it('is told without a decryption', () => {
    const token = box.seal(apiKey);
    const decode = vi.spyOn(fernet.Token.prototype, 'decode');
    expect(box.isSealed(token)).toBe(true);
    expect(decode).not.toHaveBeenCalled();
  });
  it('includes tokens made after January 2038, which no longer start with the mark', () => {
    const token = makeToken(Buffer.from(fernetKeyOf(secretKey), 'base64url'), { plaintext: apiKey, seconds: 2 ** 31 });
    expect(token).toMatch(/^gAAAAAC/);
    expect([box.isSealed(token), box.open(token)]).toEqual([true, apiKey]);
  });
});

describe('rotation', () => {
  it('reads with every key and writes with the first', () => {
    const old = before.seal(apiKey);
    expect(rotated.open(old)).toBe(apiKey);
    expect(box.open(rotated.seal(apiKey))).toBe(apiKey);
    expect(() => before.open(rotated.seal(apiKey))).toThrow(SecretUnreadableError);
  });
  it('tells by which key a token was made', () => {
    expect(rotated.keyIds).toEqual([box.keyId, before.keyId]);
    expect(rotated.keyIdOf(before.seal(apiKey))).toBe(before.keyId);
    expect(rotated.keyIdOf(rotated.seal(apiKey))).toBe(rotated.keyId);
  });
  it('counts a key that is listed twice once', () => {
    expect(createSecretBox({ secretKey, fallbacks: [secretKey, olderKey, olderKey] }).keyIds).toEqual(rotated.keyIds);
  });
  it('takes a SECRET_KEY as it is, blanks and newlines included', () => {
    expect(() => createSecretBox({ secretKey: `${secretKey}\n` }).open(box.seal(apiKey))).toThrow(
      SecretUnreadableError,
    );
  });
  it('names keys by ids that are stable, short and not part of the key', () => {
    expect(box.keyId).toMatch(/^[0-9a-f]{12}$/);
    expect(createSecretBox({ secretKey }).keyId).toBe(box.keyId);
    expect(createHash('sha256').update(secretKey).digest('hex')).not.toContain(box.keyId);
  });
});

describe('binding', () => {
  const token = box.seal(apiKey);
  const place = ['ai_providers', 'shared_api_key', '1'];
  it('holds for its token in its place', () => {
    expect(box.bind(place, token)).toMatch(/^[0-9a-f]{64}$/);
    expect(box.isBound(place, token, box.bind(place, token))).toBe(true);
  });
  it('refuses a token that was moved to another row', () => {
    expect(box.isBound(['ai_providers', 'shared_api_key', '2'], token, box.bind(place, token))).toBe(false);
  });
  it('refuses another token in the same place', () => {
    expect(box.isBound(place, box.seal(apiKey), box.bind(place, token))).toBe(false);
  });
  it.each([
    [
      ['a', 'bc'],
      ['ab', 'c'],
    ],
    [['a', 'b'], ['ab']],
    [['a', ''], ['a']],
    [
      ['', 'a'],
      ['a', ''],
    ],
    [['a\0\0\0\u0001b'], ['a', 'b']],
    [['a\0\0\0\0b'], ['a', 'b']],
  ])('tells the place %j from %j', (one, other) => {
    expect(box.isBound(other, token, box.bind(one, token))).toBe(false);
  });
  it('tells a place from one whose last part is the token', () => {
    expect(box.bind(['a', token], token)).not.toBe(box.bind(['a'], token));
  });
  it('holds under a fallback key, and under no other', () => {
    const bound = before.bind(place, token);
    expect([rotated.isBound(place, token, bound), box.isBound(place, token, bound)]).toEqual([true, false]);
  });
  it.each(['', 'no hex', '00', 'g'.repeat(64)])('refuses a binding of the wrong form: %j', (binding) => {
    expect(box.isBound(place, token, binding)).toBe(false);
  });
});

describe('derived keys', () => {
  it('differ by label and by key, and have the length asked for', () => {
    const derived = [box.derive('csrf', 32), box.derive('session', 32), before.derive('csrf', 32)].map((key) =>
      key.toString('hex'),
    );
    expect(new Set(derived).size).toBe(3);
    expect(box.derive('csrf', 48)).toHaveLength(48);
  });
  it('come from the first key', () => {
    expect(rotated.derive('csrf', 32)).toEqual(box.derive('csrf', 32));
  });
});

describe('the memory of opened secrets', () => {
  it('decrypts a token once a minute at most, and again after forget', () => {
    const clock = { ms: Date.UTC(2026, 0, 1) };
    const remembering = createSecretBox({ secretKey, now: () => clock.ms });
    const token = remembering.seal(apiKey);
    const decode = vi.spyOn(fernet.Token.prototype, 'decode');
    const decryptionsOf = (steps: () => void) => {
      decode.mockClear();
      steps();
      expect(remembering.open(token)).toBe(apiKey);
      return decode.mock.calls.length;
    };
    expect(decryptionsOf(() => undefined)).toBe(1);
    expect(decryptionsOf(() => (clock.ms += 59_999))).toBe(0);
    expect(decryptionsOf(() => (clock.ms += 1))).toBe(1);
    expect(decryptionsOf(() => remembering.forget(token))).toBe(1);
  });
  it('does not make an unreadable token readable', () => {
    const token = before.seal(apiKey);
    expect(() => box.open(token)).toThrow(SecretUnreadableError);
    expect(() => box.open(token)).toThrow(SecretUnreadableError);
  });
});

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}
