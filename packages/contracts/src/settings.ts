import { z } from 'zod';
import { keyRefusal, keySource } from './keys.js';
import { limits } from './limits.js';
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
  can: z.object({ useShared: z.boolean(), usePersonal: z.boolean(), setLimit: z.boolean() }),
});
export type SettingsOutput = z.infer<typeof settingsOutput>;
export const settingsListOutput = z.array(settingsOutput);
