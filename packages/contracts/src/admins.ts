import { z } from 'zod';
import { bulkInput } from './bulk.js';
import { limits } from './limits.js';
import { monthlyLimit } from './monthly-limit.js';
import { adminSortKeys, adminStates, roles } from './names.js';
import { expectedUpdatedAt, pageOf, paging, publicId, sortBy, timestamp } from './paging.js';
import { text } from './text.js';
import { email, newPassword, userOutput } from './users.js';

const fields = {
  email,
  name: text(limits.userName),
  password: newPassword,
  isSuperuser: z.boolean().optional(),
  isAdminFull: z.boolean().optional(),
};
/** Without a password the account is invited: who has its one-time link sets the password, and their name. */
export const adminCreateInput = z.strictObject({
  ...fields,
  name: fields.name.optional(),
  password: newPassword.optional(),
  /** With each provider that is active now; absent leaves the default of the system's settings. */
  monthlyLimit: monthlyLimit.optional(),
});
export type AdminCreateInput = z.infer<typeof adminCreateInput>;
export const adminPatch = z.strictObject({
  ...fields,
  email: email.optional(),
  name: fields.name.optional(),
  password: newPassword.optional(),
  isActive: z.boolean().optional(),
});
export type AdminPatch = z.infer<typeof adminPatch>;
export const adminUpdateInput = z.strictObject({ publicId, patch: adminPatch, expectedUpdatedAt });
export const adminIdInput = z.strictObject({ publicId });

export const adminOutput = userOutput.extend({
  state: z.enum(adminStates),
  can: z.object({
    update: z.boolean(),
    deactivate: z.boolean(),
    changeRole: z.boolean(),
    delete: z.boolean(),
    invite: z.boolean(),
  }),
});
export type AdminOutput = z.infer<typeof adminOutput>;

/** An account with how it stands: figures of active providers, and of the current month in UTC. */
export const adminStanding = adminOutput.extend({
  /** Active providers, and those of them whose key this admin would get now. */
  providers: z.object({ usable: z.int(), total: z.int() }),
  /** How many keys of their own are stored; nothing of the keys. */
  personalKeys: z.int(),
  requestsThisMonth: z.int(),
  /** Of active providers with a limit: how many there are, what they allow together, what of it is used, and how many have no room left. */
  limited: z.object({ providers: z.int(), limit: z.int(), used: z.int(), reached: z.int() }),
  /** Active providers of which four fifths of the limit or more are used. */
  nearLimit: z.int(),
  /** The last call of a browser or of a program. */
  lastSeenAt: timestamp.nullable(),
  /** When the one-time link of an invited account ends, or ended. */
  inviteExpiresAt: timestamp.nullable(),
});
export type AdminStanding = z.infer<typeof adminStanding>;

const filters = {
  search: paging.search,
  isActive: z.boolean().optional(),
  role: z.enum(roles).optional(),
  state: z.enum(adminStates).optional(),
  /** Whether any limit is nearly used up, or reached. */
  nearLimit: z.boolean().optional(),
};
export const adminFilter = z.strictObject(filters);
export type AdminFilter = z.infer<typeof adminFilter>;
export const adminListInput = z.strictObject({ ...paging, ...filters, sort: sortBy(adminSortKeys) }).prefault({});
export type AdminListInput = z.infer<typeof adminListInput>;
export const adminListOutput = pageOf(adminStanding);
export const adminBulkUpdateInput = bulkInput(adminFilter, z.strictObject({ isActive: z.boolean() }));

/** The link is in this answer and never again; it is a path of the panel, and its secret stands behind the `#`. */
export const adminInvite = z.object({ link: z.string(), expiresAt: timestamp });
export type AdminInvite = z.infer<typeof adminInvite>;
export const adminCreateOutput = adminOutput.extend({ invite: adminInvite.nullable() });

/** What ends with an account: keys that are stored, tokens and sessions that work. Its counted requests and its audit rows stay. */
export const adminImpact = z.object({ personalKeys: z.int(), tokens: z.int(), sessions: z.int() });
export type AdminImpact = z.infer<typeof adminImpact>;
export const adminDeleteOutput = z.object({ publicId, removed: adminImpact });

/** `token` comes from the one-time link. Without a name the account keeps the one that it was made with. */
export const inviteAcceptInput = z.strictObject({
  token: z.string().min(1).max(200),
  name: fields.name.optional(),
  password: newPassword,
});
