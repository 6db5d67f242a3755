import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { weaknessOf } from './weak-keys.js';

describe('weaknessOf', () => {
  it.each([undefined, '', ' '.repeat(40), '\n'])('calls a key without content missing: %j', (secretKey) => {
    expect(weaknessOf(secretKey)).toBe('SECRET_KEY is not set');
  });

  it('wants 32 characters, counted as people count them', () => {
    const strong = 'v3Q9zt0Lw7Xc5Nb1Kj8Hg6Fd4Sa2Poi_';
    expect(weaknessOf(strong)).toBeNull();
    expect(weaknessOf(strong.slice(1))).toBe('SECRET_KEY is shorter than 32 characters');
    expect(weaknessOf('🔑🗝🔒🔓🚪🏠🌍🌙☀⭐🌊🔥🍎🍋🍇🍉')).toBe('SECRET_KEY is shorter than 32 characters');
  });

  it.each(['changeme', 'secret', 'dev'])('finds a short default too short: %s', (secretKey) => {
    expect(weaknessOf(secretKey)).toBe('SECRET_KEY is shorter than 32 characters');
  });

  it.each([
    'changeme-changeme-before-production-1',
    'CHANGE_ME_to_a_long_random_string_please',
    'please change this to something random!',
    'replace-with-the-output-of-openssl-rand',
    'your-secret-key-here-at-least-32-chars',
    'my-super-secret-key-that-nobody-guesses',
    'django-insecure-4f!k2_zz0m^n8q@w7p#x1c',
    'abcdefghijklmnopqrstuvwxyz0123456789',
    'sk-9f73s3ljTXVcMT3Blb3ljTqtsKiGHXVcMT3BlbkFJLK7U',
  ])('refuses a known default: %s', (secretKey) => {
    expect(weaknessOf(secretKey)).toBe('SECRET_KEY is a known default or a placeholder');
  });

  it.each(['0'.repeat(64), 'ab'.repeat(20), '0123456789abcdef'.repeat(2), '1234567890123456789012345678901234'])(
    'refuses a short text repeated: %s',
    (secretKey) => {
      expect(weaknessOf(secretKey)).toBe('SECRET_KEY is a short text repeated');
    },
  );

  it('takes what the usual generators make', () => {
    const keys = Array.from({ length: 500 }, () => randomBytes(32)).flatMap((bytes) => [
      bytes.toString('hex'),
      bytes.toString('base64'),
      bytes.subarray(16).toString('hex'),
    ]);
    expect(keys.filter((key) => weaknessOf(key) !== null)).toEqual([]);
  });

  it('never says what the key is', () => {
    for (const secretKey of ['hunter2-hunter2', 'changeme-hunter2-hunter2-hunter2-abc', 'hunter2-'.repeat(8)]) {
      expect(weaknessOf(secretKey)).toMatch(/^SECRET_KEY (?!.*hunter2)/);
    }
  });
});
