import { z } from 'zod';
import { ownSteps, setupSteps } from './names.js';
import { bigCount, publicId, timestamp } from './paging.js';
import { monthlyLimit } from './monthly-limit.js';
import { limitRaise, limitRequestOutput, settingsListOutput } from './settings.js';

const provider = z.object({ slug: z.string(), displayName: z.string() });
const admin = z.object({ publicId, name: z.string(), email: z.string() });

/** What a super admin should look at, each with its one remedy. */
export const attentionItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('limitRequest'),
    publicId,
    admin,
    provider,
    monthlyUsage: z.int(),
    /** The limit as it is. */
    monthlyLimit,
    request: limitRequestOutput,
  }),
  z.object({
    kind: z.literal('nearLimit'),
    admin,
    provider,
    monthlyUsage: z.int(),
    /** The limit in force now. */
    monthlyLimit: z.int(),
    /** The limit that counts again once a raise has ended; without one, the same as `monthlyLimit`. */
    usualLimit: monthlyLimit,
    raise: limitRaise.nullable(),
  }),
  /** Active providers whose stored key cannot be read. */
  z.object({ kind: z.literal('keysUnreadable'), providers: z.array(provider) }),
  /** Active providers without a shared key. */
  z.object({ kind: z.literal('keysMissing'), providers: z.array(provider) }),
  /** Active models whose known config says that the provider has shut them down. */
  z.object({ kind: z.literal('modelsRetired'), provider, models: z.array(z.string()) }),
  /** Counters that differ from the ledger. */
  z.object({ kind: z.literal('drift'), counters: z.int(), checkedAt: timestamp }),
]);
export type AttentionItem = z.infer<typeof attentionItem>;

/** The calendar month in UTC so far: everybody's requests for a super admin, one's own for everybody else. */
const month = z.object({
  /** When the counts start again at 0. */
  resetsAt: timestamp,
  requests: bigCount,
  /** In as much of the month before. */
  requestsBefore: bigCount,
  inputTokens: bigCount,
  outputTokens: bigCount,
});

/** The first page after signing in. What a caller may not know is null. */
export const dashboardOutput = z.object({
  month,
  /** For super admins. */
  installation: z
    .object({
      providers: z.object({ active: z.int(), total: z.int() }),
      activeModels: z.int(),
      adminsNearLimit: z.int(),
      attention: z.array(attentionItem),
      /** Rows that the list has no room for. */
      moreAttention: z.int(),
      /** Null once all is done, or the list was dismissed. */
      setup: z.array(z.object({ step: z.enum(setupSteps), done: z.boolean() })).nullable(),
    })
    .nullable(),
  /** For everybody else: the providers that are open to them, and what to do next. */
  own: z.object({ settings: settingsListOutput, nextSteps: z.array(z.enum(ownSteps)) }).nullable(),
});
export type DashboardOutput = z.infer<typeof dashboardOutput>;
