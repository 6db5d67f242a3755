import { z } from 'zod';
import { adminFilter } from './admins.js';
import { keyRefusal, keySource } from './keys.js';
import { limits } from './limits.js';
import { monthlyLimit } from './monthly-limit.js';
import { bulkMax, roles } from './names.js';
import { expectedUpdatedAt, pageOf, paging, publicId, timestamp } from './paging.js';
import { secretInput, secretState } from './secret.js';
import { slug } from './slug.js';
import { text } from './text.js';

/** Absent keeps what is stored. `personalApiKey: null` removes the key. */
export const settingsUpdateInput = z.strictObject({
  provider: slug,
  useSharedApi: z.boolean().optional(),
  personalApiKey: secretInput.nullable().optional(),
  expectedUpdatedAt,
});
export type SettingsUpdateInput = z.infer<typeof settingsUpdateInput>;

export const settingsForAdminInput = z.strictObject({ admin: publicId });
/** The last day of a raise in UTC: from today on, and at most a year ahead. */
const until = z.iso.date();
/** A higher limit that ends by itself once its last day is over. */
export const limitRaise = z.object({ monthlyLimit: z.int(), until });
export type LimitRaise = z.infer<typeof limitRaise>;
/** Without `until` the limit is the usual one from now on, and ends a raise; with it, a raise above the usual one. */
export const settingsSetLimitInput = z.strictObject({
  admin: publicId,
  provider: slug,
  monthlyLimit,
  until: until.optional(),
  /** What the caller saw: another limit by now means that somebody else set one meanwhile. */
  expected: z.strictObject({ usualLimit: monthlyLimit, raise: z.strictObject(limitRaise.shape).nullable() }).optional(),
});
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

/** Asks super admins for a higher limit of one's own; what was asked before is replaced. */
export const limitRequestInput = z.strictObject({
  provider: slug,
  monthlyLimit,
  note: text(limits.limitNote, 0).optional(),
});
export type LimitRequestInput = z.infer<typeof limitRequestInput>;
/** Sets the limit of who asked, to what was asked for or to another, and closes the request. */
export const limitGrantInput = z.strictObject({ publicId, monthlyLimit, until: until.optional() });
export const limitRequestIdInput = z.strictObject({ publicId });

/** What one admin waits for. */
export const limitRequestOutput = z.object({ monthlyLimit, note: z.string(), requestedAt: timestamp });
export type LimitRequestOutput = z.infer<typeof limitRequestOutput>;

/** One admin's standing with one active provider. */
export const settingsOutput = z.object({
  provider: z.object({ publicId, slug: z.string(), name: z.string(), displayName: z.string(), website: z.string() }),
  useSharedApi: z.boolean(),
  personalApiKey: secretState,
  /** The limit in force now. */
  monthlyLimit,
  /** The limit that counts again once a raise has ended; without one, the same as `monthlyLimit`. */
  usualLimit: monthlyLimit,
  /** Null where there is none or it has ended. */
  raise: limitRaise.nullable(),
  monthlyUsage: z.int(),
  /** When the month's count starts again at 0. */
  resetsAt: timestamp,
  /** The higher limit that was asked for and that no super admin has answered yet. */
  limitRequest: limitRequestOutput.nullable(),
  /** The key that a call would use now, and why not where none would be given. */
  key: z.object({ allowed: z.boolean(), source: keySource.nullable(), code: keyRefusal.optional() }),
  /** Whether the rules let this admin use a kind of key at all, stored or not. */
  allows: z.object({ shared: z.boolean(), personal: z.boolean() }),
  /** Null while nothing is stored and all of it are defaults. */
  updatedAt: timestamp.nullable(),
  can: z.object({ useShared: z.boolean(), usePersonal: z.boolean(), setLimit: z.boolean(), requestLimit: z.boolean() }),
});
export type SettingsOutput = z.infer<typeof settingsOutput>;
export const settingsListOutput = z.array(settingsOutput);

/** How active accounts stand with one provider, be it active or not. */
export const settingsForProviderInput = z.strictObject({ provider: slug, ...paging });
export type SettingsForProviderInput = z.infer<typeof settingsForProviderInput>;

/** One admin's standing with one provider. Of a personal key nothing is told but whether a call would use it. */
export const providerAdmin = settingsOutput
  .pick({ monthlyLimit: true, usualLimit: true, raise: true, monthlyUsage: true, key: true })
  .extend({
    admin: z.object({ publicId, name: z.string(), email: z.string(), role: z.enum(roles) }),
    lastUsedAt: timestamp.nullable(),
  });
export type ProviderAdmin = z.infer<typeof providerAdmin>;
export const settingsForProviderOutput = pageOf(providerAdmin);
