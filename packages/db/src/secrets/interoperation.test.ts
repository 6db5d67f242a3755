import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import facts from './fixtures/python-facts.json' with { type: 'json' };
import { digestOf, plaintexts } from './fixtures/plaintexts.js';
import { readToken } from './fixtures/reference-codec.js';
import { createSecretBox } from './secret-box.js';
import { fernetKeyOf } from './secret-key.js';

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
const box = createSecretBox({ secretKey: facts.secretKey });

describe('key derivation', () => {
  it.each(facts.derivations)('is that of Python for $secretKey', ({ secretKey, fernetKey }) => {
    expect(fernetKeyOf(secretKey)).toBe(fernetKey);
  });
  it('keeps a newline at the end and a blank at the start', () => {
    expect(new Set(['key', 'key\n', ' key'].map(fernetKeyOf)).size).toBe(3);
  });
});

describe('tokens of Python', () => {
  const tokens = gunzipSync(readFileSync(fixture('python-tokens.txt.gz')))
    .toString()
    .split('\n');

  it('opens all 2,000 of them, to 500 characters and in several scripts', () => {
    expect(Math.max(...plaintexts.map((text) => Array.from(text).length))).toBe(500);
    expect(tokens).toHaveLength(2000);
    expect(tokens.map((token) => box.open(token))).toEqual(plaintexts);
  });
  it('hold texts on which both languages agree', () => {
    expect(digestOf(plaintexts)).toBe(facts.plaintextDigest);
  });
});

describe('our tokens', () => {
  const key = fernetKeyOf(facts.secretKey);
  const texts = plaintexts.map((text) => text || 'an empty text is not sealed');
  const tokens = texts.map((text) => box.seal(text));

  it('are read, all 2,000, by a second reader of the format', () => {
    expect(tokens.map((token) => readToken(Buffer.from(key, 'base64url'), token))).toEqual(texts);
  });

  // Where Python is missing, the second reader is the witness: it must also agree with what Python recorded.
  it('are read, all 2,000, by Python or by the reader that agrees with its record', () => {
    if (pythonCanRead()) {
      const answer = spawnSync('python3', [fixture('read-tokens.py')], {
        input: [key, ...tokens].join('\n'),
        encoding: 'utf8',
      });
      expect([answer.stderr, answer.stdout.trim()]).toEqual(['', `2000 ${digestOf(texts)}`]);
      return;
    }
    const recorded = gunzipSync(readFileSync(fixture('python-tokens.txt.gz')))
      .toString()
      .split('\n');
    expect(digestOf(recorded.map((token) => readToken(Buffer.from(key, 'base64url'), token)))).toBe(
      facts.plaintextDigest,
    );
  });
});

function pythonCanRead(): boolean {
  return spawnSync('python3', ['-c', 'import cryptography.fernet']).status === 0;
}
