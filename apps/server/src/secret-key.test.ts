import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvError, secretKeyFor, type Log } from '@ai-providers/db';
import { readEnv } from './env.js';
import { temporaryFolder, testSecretKey } from './testing/process.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let warnings: string[];
const log: Log = { info() {}, error() {}, warn: (_fields, message) => void warnings.push(message) };
beforeEach(async () => {
  folder = await temporaryFolder();
  warnings = [];
});
afterEach(() => folder.remove());

const keyOf = (variables: Record<string, string>) =>
  secretKeyFor(readEnv({ DATA_DIR: join(folder.path, 'data'), ...variables }), log);
const keptFile = () => join(folder.path, 'data/secret_key');

describe('the key that encrypts', () => {
  it('is made once on embedded data, for its owner alone, and kept', async () => {
    const key = await keyOf({});
    expect(Buffer.from(key, 'base64')).toHaveLength(48);
    expect((await stat(keptFile())).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder.path, 'data'))).mode & 0o777).toBe(0o700);
    expect(await keyOf({})).toBe(key);
    expect(await readFile(keptFile(), 'utf8')).toBe(key);
  });

  it('is the one of the environment where it is set, and no file is made', async () => {
    expect(await keyOf({ SECRET_KEY: testSecretKey })).toBe(testSecretKey);
    await expect(stat(keptFile())).rejects.toThrow('ENOENT');
  });

  it('is never an empty one', async () => {
    await keyOf({});
    await writeFile(keptFile(), '\n');
    await expect(keyOf({})).rejects.toThrow(/secret_key is empty\. Restore it/);
  });

  it.each([
    ['missing', {}, 'SECRET_KEY is not set'],
    ['a known default', { SECRET_KEY: 'changeme' }, 'SECRET_KEY is shorter than 32 characters'],
    ['a longer known default', { SECRET_KEY: `${'changeme'.repeat(4)}-and-more` }, 'SECRET_KEY is a known default'],
    ['one character too short', { SECRET_KEY: testSecretKey.slice(0, 31) }, 'SECRET_KEY is shorter than 32 characters'],
  ])(
    'is refused in production when it is %s, without its value',
    async (_what, given: Record<string, string>, sentence) => {
      const refusal = await keyOf({ NODE_ENV: 'production', ...given }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(EnvError);
      expect(String(refusal)).toContain(sentence);
      expect(String(refusal)).not.toContain(given.SECRET_KEY ?? 'no value');
      await expect(stat(keptFile())).rejects.toThrow('ENOENT');
    },
  );

  it('must be set beside a PostgreSQL, where no folder is kept; a weak one is warned of', async () => {
    const DATABASE_URL = 'postgres://localhost/x';
    await expect(keyOf({ DATABASE_URL })).rejects.toThrow('SECRET_KEY is not set');
    expect(await keyOf({ DATABASE_URL, SECRET_KEY: 'weak' })).toBe('weak');
    expect(warnings).toEqual([expect.stringContaining('in production it would be refused')]);
  });
});
