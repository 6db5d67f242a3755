import { createFirstAdmin, seedIfFresh, User, type Log } from '@ai-providers/db';
import type { Env } from './env.js';
import type { Passwords } from './security/passwords.js';

interface Options {
  env: Env;
  log: Log;
  passwords: Passwords;
}

/** Fills a new database, and makes the first super admin where the environment names one. @returns whether the set-up is still to be done */
export async function prepareFirstStart({ env, log, passwords }: Options): Promise<boolean> {
  await seedIfFresh({ env: env.providerKeys, log });
  if ((await User.count()) > 0) return false;
  if (env.ADMIN_EMAIL === undefined || env.ADMIN_PASSWORD === undefined) return true;
  const passwordHash = await passwords.hash(env.ADMIN_PASSWORD);
  try {
    await createFirstAdmin({ email: env.ADMIN_EMAIL, name: '', passwordHash }, null);
    log.info({}, 'first super admin made from ADMIN_EMAIL');
  } catch (error) {
    if ((await User.count()) === 0) throw error; // another instance that starts with us was first
  }
  return false;
}
