import { z } from 'zod';
import { limits } from './limits.js';
import { monthlyLimit } from './monthly-limit.js';
import { bigCount, timestamp } from './paging.js';

/** What super admins decide for the whole installation. */
export const systemSettings = z.object({
  /** For an admin and a provider while nobody has chosen a limit; a stored limit stays as it is. */
  defaultMonthlyLimit: monthlyLimit,
});
export type SystemSettings = z.infer<typeof systemSettings>;
/** `expected` is what the caller saw: anything else there by now means that somebody else decided meanwhile. */
export const systemUpdateInput = z.strictObject({
  ...systemSettings.partial().shape,
  expected: z.strictObject(systemSettings.partial().shape).optional(),
});
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

/** Encrypts a part of the stored keys anew: the first one, or the one behind `after`, an earlier part's `through`. */
export const systemRotateKeysInput = z
  .strictObject({
    after: z
      .string()
      .regex(/^[ps]\d{1,18}$/)
      .optional(),
    count: z.int().min(1).max(limits.rotatePartMax).default(limits.rotatePartMax),
  })
  .prefault({});
export type SystemRotateKeysInput = z.infer<typeof systemRotateKeysInput>;
/** A stored key that stays as it is: of a provider, or of an admin with one. */
export const leftKey = z.object({
  provider: z.string(),
  admin: z.string().nullable(),
  condition: z.enum(['unreadable', 'misplaced', 'unbound']),
});
export type LeftKey = z.infer<typeof leftKey>;
export const systemRotateKeysOutput = z.object({
  /** Keys of this part, and of all parts as of now. */
  done: z.int(),
  total: z.int(),
  /** How many of them were written anew. */
  changed: z.int(),
  /** Where the next part begins; null once all were looked at. */
  through: z.string().nullable(),
  failed: z.array(leftKey),
});
export type SystemRotateKeysOutput = z.infer<typeof systemRotateKeysOutput>;
