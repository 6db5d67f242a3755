import { z } from 'zod';
import { monthlyLimit } from './monthly-limit.js';
import { bigCount, timestamp } from './paging.js';

/** What super admins decide for the whole installation. */
export const systemSettings = z.object({
  /** For an admin and a provider while nobody has chosen a limit; a stored limit stays as it is. */
  defaultMonthlyLimit: monthlyLimit,
});
export type SystemSettings = z.infer<typeof systemSettings>;
export const systemUpdateInput = z.strictObject(systemSettings.partial().shape);
export type SystemUpdateInput = z.infer<typeof systemUpdateInput>;

/** What an installation says of itself to a super admin; no secret, and of database and cache no address and no name of a host. */
export const systemStatusOutput = z.object({
  /** Of this program. */
  version: z.string(),
  /** PUBLIC_URL: what people have in their browsers anyway. Null where it is not set. */
  publicUrl: z.string().nullable(),
  database: z.object({
    kind: z.enum(['embedded', 'postgresql']),
    /** Of PostgreSQL, such as `17.5`. */
    version: z.string(),
    /** The last migration that has run. */
    migration: z.string().nullable(),
  }),
  cache: z.enum(['memory', 'up', 'down']),
  secretKey: z.object({
    /** Whether SECRET_KEY belongs to this database. */
    state: z.enum(['ok', 'mismatch', 'unchecked']),
    /** By the id of a key, which tells nothing about it: how many stored API keys it encrypts. */
    keys: z.array(z.object({ keyId: z.string(), secrets: z.int(), writes: z.boolean() })),
    /** Stored API keys that cannot be used, by the reason. */
    unusable: z.object({ unreadable: z.int(), misplaced: z.int(), unbound: z.int() }),
    /** Stored API keys that would be lost with SECRET_KEY_FALLBACKS. */
    underOlderKeys: z.int(),
  }),
  usage: z.object({
    /** Counters that differ from the ledger, in all; null until they were compared for the first time. */
    drift: z.int().nullable(),
    driftCheckedAt: timestamp.nullable(),
    /** Requests whose answer is awaited. */
    open: bigCount,
    /** Ended requests that the sums do not hold yet. */
    waiting: bigCount,
  }),
});
export type SystemStatusOutput = z.infer<typeof systemStatusOutput>;
