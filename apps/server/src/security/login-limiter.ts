import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Sequelize } from 'sequelize';
import { DomainError } from '@ai-providers/db';
import { networkOf } from './network.js';

/** How many tries within how many seconds. */
interface Allowance {
  points: number;
  duration: number;
}

/** Ten tries for an account from one network; many for a network; and a pause, no lock-out, for an account under attack. */
const allowances = {
  account: { points: 10, duration: 900 },
  network: { points: 300, duration: 900 },
} satisfies Record<string, Allowance>;

export interface LoginLimiter {
  /** Takes one try. @throws DomainError `TOO_MANY_ATTEMPTS` with the seconds to wait */
  take(account: string, ip: string | null): Promise<void>;
  /** Gives an account its tries back after a sign-in. */
  forgive(account: string, ip: string | null): Promise<void>;
}

/** Counts tries in the database, so that all instances count together; in memory while it is away. */
export function createLoginLimiter(sequelize: Sequelize): LoginLimiter {
  const [account, network] = (['account', 'network'] as const).map((name) =>
    limiter(sequelize, name, allowances[name]),
  ) as [RateLimiterPostgres, RateLimiterPostgres]; // map keeps the length of its pair
  return {
    async take(name, ip) {
      await consume(network, networkOf(ip));
      await consume(account, keyOf(name, ip));
    },
    async forgive(name, ip) {
      await account.delete(keyOf(name, ip));
    },
  };
}

function limiter(sequelize: Sequelize, keyPrefix: string, allowance: Allowance): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: sequelize,
    storeType: 'sequelize',
    tableName: 'rate_limits',
    tableCreated: true, // a migration made it
    clearExpiredByTimeout: true,
    keyPrefix,
    ...allowance,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, ...allowance }),
  });
}

/** One account however it is written: case, blanks and Unicode forms are not different names. */
function keyOf(account: string, ip: string | null): string {
  return `${account.normalize('NFKC').trim().toLowerCase().slice(0, 120)}|${networkOf(ip)}`;
}

async function consume(store: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await store.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfter = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new DomainError('TOO_MANY_ATTEMPTS', `Too many attempts. Try again in ${retryAfter} seconds.`, {
      retryAfter,
      params: { seconds: retryAfter },
    });
  }
}
