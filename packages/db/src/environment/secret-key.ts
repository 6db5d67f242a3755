import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.js';
import { weaknessOf } from '../secrets/index.js';
import { EnvError, type DataEnvironment } from './data-environment.js';

/**
 * The key that encrypts every secret. In production it must be set and strong; on embedded data one is made once
 * and kept in a file that only its owner can read.
 */
export async function secretKeyFor(env: DataEnvironment, log: Log): Promise<string> {
  const production = env.NODE_ENV === 'production';
  if (production || env.DATABASE_URL !== undefined) {
    const weakness = weaknessOf(env.SECRET_KEY);
    if (weakness && (production || env.SECRET_KEY === undefined))
      throw new EnvError(`${weakness}. Make one with: openssl rand -base64 48`);
    if (weakness) log.warn({ variable: 'SECRET_KEY' }, `${weakness}; in production it would be refused`);
  }
  return env.SECRET_KEY ?? keptKey(env.DATA_DIR);
}

async function keptKey(folder: string): Promise<string> {
  const file = join(folder, 'secret_key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const made = await open(file, 'wx', 0o600);
    const key = randomBytes(48).toString('base64');
    await made.writeFile(key);
    await made.sync();
    await made.close();
    return key;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = (await readFile(file, 'utf8')).trim();
  if (key === '') throw new EnvError(`${file} is empty. Restore it from a backup, or set SECRET_KEY.`);
  return key;
}
