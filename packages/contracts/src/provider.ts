import { z } from 'zod';
import { newModel } from './ai-model.js';
import { bulkInput, bulkTarget } from './bulk.js';
import type { JsonObject } from './json-config.js';
import { limits } from './limits.js';
import { bulkMax, keyStates, providerSortKeys } from './names.js';
import { bigCount, expectedUpdatedAt, pageOf, paging, publicId, sortBy, timestamp } from './paging.js';
import { providerConfig } from './known-config.js';
import { secretInput, secretState } from './secret.js';
import { slug } from './slug.js';
import { text } from './text.js';
import { optionalUrl } from './url.js';

const fields = {
  name: text(limits.providerName),
  slug: slug.optional(),
  displayName: text(limits.providerDisplayName).optional(),
  website: optionalUrl.optional(),
  apiBaseUrl: optionalUrl.optional(),
  allowPersonalKeys: z.boolean().optional(),
  allowSharedForNormalAdmins: z.boolean().optional(),
  config: providerConfig.optional(),
  sortOrder: z.int().min(-limits.int).max(limits.int).optional(),
  isActive: z.boolean().optional(),
};

export const providerCreateInput = z.strictObject({
  ...fields,
  sharedApiKey: secretInput.optional(),
  /** Its first models, added with it or not at all. */
  models: z.array(newModel).max(bulkMax).optional(),
});
export type ProviderCreateInput = z.infer<typeof providerCreateInput>;

/** Absent keeps what is stored. `sharedApiKey: null` removes the key. */
export const providerPatch = z.strictObject({
  ...fields,
  name: fields.name.optional(),
  sharedApiKey: secretInput.nullable().optional(),
});
export type ProviderPatch = z.infer<typeof providerPatch>;

export const providerUpdateInput = z.strictObject({ publicId, patch: providerPatch, expectedUpdatedAt });
export const providerIdInput = z.strictObject({ publicId });
export const providerSlugInput = z.strictObject({ slug });

const filters = {
  search: paging.search,
  isActive: z.boolean().optional(),
  /** What is known of the shared key. Only super admins may ask for `unreadable`. */
  keyState: z.enum(keyStates).optional(),
  /** Who may use the shared key: all admins, or super admins only. */
  sharedForNormalAdmins: z.boolean().optional(),
};
const providerFilter = z.strictObject(filters);
export type ProviderFilter = z.infer<typeof providerFilter>;

export const providerListInput = z.strictObject({ ...paging, ...filters, sort: sortBy(providerSortKeys) }).prefault({});
export type ProviderListInput = z.infer<typeof providerListInput>;

export const providerBulkUpdateInput = bulkInput(providerFilter, z.strictObject({ isActive: z.boolean() }));

/** Where a provider goes in the order of all: after another (null: first of all), or to a place counted from 1. */
export const providerReorderInput = z.union([
  z.strictObject({ publicId, afterId: publicId.nullable() }),
  z.strictObject({ publicId, position: z.int().min(1).max(limits.int) }),
]);
export type ProviderReorderInput = z.infer<typeof providerReorderInput>;

/** `previousAfterId` is what takes the move back. */
export const providerReorderOutput = z.object({ publicId, position: z.int(), previousAfterId: publicId.nullable() });
export type ProviderReorderOutput = z.infer<typeof providerReorderOutput>;

/** What every caller may read, and what is cached: no secret, no address, no count. */
export const providerProjection = z.object({
  publicId,
  slug: z.string(),
  name: z.string(),
  displayName: z.string(),
  website: z.string(),
  allowPersonalKeys: z.boolean(),
  allowSharedForNormalAdmins: z.boolean(),
  sortOrder: z.int(),
});
export type ProviderProjection = z.infer<typeof providerProjection>;

/** A provider in the panel. The optional fields are sent to super admins only. */
export const providerOutput = providerProjection.extend({
  isActive: z.boolean(),
  models: z.object({ active: z.int(), total: z.int().optional() }),
  sharedApiKey: secretState,
  apiBaseUrl: z.string().optional(),
  config: z.custom<JsonObject>().optional(),
  totalRequests: bigCount.optional(),
  lastUsedAt: timestamp.nullable().optional(),
  createdAt: timestamp,
  updatedAt: timestamp,
  can: z.object({ update: z.boolean(), delete: z.boolean(), addModel: z.boolean() }),
});
export type ProviderOutput = z.infer<typeof providerOutput>;

export const providerListOutput = pageOf(providerOutput).extend({ can: z.object({ create: z.boolean() }) });

/** What if: the provider as it is, but for these switches. */
export const providerPreviewInput = z.strictObject({
  provider: slug,
  isActive: z.boolean().optional(),
  allowPersonalKeys: z.boolean().optional(),
  allowSharedForNormalAdmins: z.boolean().optional(),
});
export type ProviderPreviewInput = z.infer<typeof providerPreviewInput>;

/** How many active accounts would be given another key, or one at all. */
export const accessPreview = z.object({
  admins: z.int(),
  /** Get none now, and would get one. */
  gain: z.int(),
  /** Get one now, and would get another. */
  move: z.int(),
  /** Get one now, and would get none. */
  lose: z.int(),
  /** Of those who would lose theirs: who would get the key of the other kind if they chose it. */
  canSwitch: z.int(),
});
export type AccessPreview = z.infer<typeof accessPreview>;

export const disablePreviewInput = bulkTarget(providerFilter);

/** Who would get no key any more from one provider at least, and what would stop answering. */
export const disablePreview = z.object({ admins: z.int(), models: z.int() });
export type DisablePreview = z.infer<typeof disablePreview>;

/** What goes with a provider when it is deleted. */
export const providerImpact = z.object({ models: z.int(), settings: z.int(), personalKeys: z.int() });
export type ProviderImpact = z.infer<typeof providerImpact>;

export const providerDeleteOutput = z.object({ publicId, removed: providerImpact });
