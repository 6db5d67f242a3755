import { z } from 'zod';
import { adminFilter } from './admins.js';
import { keyRefusal, keySource } from './keys.js';
import { limits } from './limits.js';
import { bulkMax } from './names.js';
import { publicId, timestamp } from './paging.js';
import { secretInput, secretState } from './secret.js';
import { slug } from './slug.js';

/** Absent keeps what is stored. `personalApiKey: null` removes the key. */
export const settingsUpdateInput = z.strictObject({
  provider: slug,
  useSharedApi: z.boolean().optional(),
  personalApiKey: secretInput.nullable().optional(),
});
export type SettingsUpdateInput = z.infer<typeof settingsUpdateInput>;

export const settingsForAdminInput = z.strictObject({ admin: publicId });
/** Requests in a calendar month (UTC); null for no limit, 0 for none allowed. */
export const monthlyLimit = z.int().min(0).max(limits.int).nullable();
export const settingsSetLimitInput = z.strictObject({ admin: publicId, provider: slug, monthlyLimit });
/** One limit for many: of these admins, or of all that a list's filter matches, for a provider; or of an admin for many. */
export const settingsSetLimitsInput = z.union([
  z.strictObject({ publicIds: z.array(publicId).min(1).max(bulkMax), provider: slug, monthlyLimit }),
  z.strictObject({
    filter: adminFilter,
    expectedCount: z.int().min(1).max(bulkMax),
    provider: slug,
    monthlyLimit,
  }),
  z.strictObject({ admin: publicId, providers: z.array(slug).min(1).max(bulkMax), monthlyLimit }),
]);
export type SettingsSetLimitsInput = z.infer<typeof settingsSetLimitsInput>;
export const settingsResetUsageInput = z.strictObject({ admin: publicId, provider: slug });

/** One admin's standing with one active provider. */
export const settingsOutput = z.object({
  provider: z.object({ slug: z.string(), name: z.string(), displayName: z.string(), website: z.string() }),
  useSharedApi: z.boolean(),
  personalApiKey: secretState,
  monthlyLimit,
  monthlyUsage: z.int(),
  /** When the month's count starts again at 0. */
  resetsAt: timestamp,
  /** The key that a call would use now, and why not where none would be given. */
  key: z.object({ allowed: z.boolean(), source: keySource.nullable(), code: keyRefusal.optional() }),
  /** Whether the rules let this admin use a kind of key at all, stored or not. */
  allows: z.object({ shared: z.boolean(), personal: z.boolean() }),
  can: z.object({ useShared: z.boolean(), usePersonal: z.boolean(), setLimit: z.boolean() }),
});
export type SettingsOutput = z.infer<typeof settingsOutput>;
export const settingsListOutput = z.array(settingsOutput);
