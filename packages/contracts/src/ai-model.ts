import { z } from 'zod';
import { capability } from './capability.js';
import type { JsonObject } from './json-config.js';
import { modelConfig } from './known-config.js';
import { limits } from './limits.js';
import { bigCount, expectedUpdatedAt, pageOf, publicId, timestamp } from './paging.js';
import { slug } from './slug.js';
import { text } from './text.js';

/** US dollars per 1 million tokens: up to four digits, a point, up to six. A number is read as it is written. */
export const modelPrice = z
  .union([z.string().trim(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,4}(\.\d{1,6})?$/, 'Enter dollars per 1 million tokens, such as 2.50'));

export const tokenCount = z.int().min(1).max(limits.int);

const fields = {
  name: text(limits.modelName),
  modelId: text(limits.modelId),
  displayName: text(limits.modelDisplayName).optional(),
  capabilities: z
    .array(capability)
    .max(20)
    .transform((list) => [...new Set(list)]),
  pricingInput: modelPrice.nullable().optional(),
  pricingOutput: modelPrice.nullable().optional(),
  maxTokens: tokenCount.nullable().optional(),
  contextWindow: tokenCount.nullable().optional(),
  config: modelConfig.optional(),
  sortOrder: z.int().min(-limits.int).max(limits.int).optional(),
  isActive: z.boolean().optional(),
};

/** A model of a provider that is named elsewhere. */
export const newModel = z.strictObject(fields);
export type NewModel = z.infer<typeof newModel>;

export const modelCreateInput = z.strictObject({ provider: slug, ...fields });
export type ModelCreateInput = z.infer<typeof modelCreateInput>;

/** Absent keeps what is stored. A model stays with its provider. */
export const modelPatch = z.strictObject({
  ...fields,
  name: fields.name.optional(),
  modelId: fields.modelId.optional(),
  capabilities: fields.capabilities.optional(),
});
export type ModelPatch = z.infer<typeof modelPatch>;

export const modelUpdateInput = z.strictObject({ publicId, patch: modelPatch, expectedUpdatedAt });
export const modelIdInput = z.strictObject({ publicId });
export const modelsByProviderInput = z.strictObject({ slug, capability: capability.optional() });
export const modelsByCapabilityInput = z.strictObject({ capability });

/** What every caller may read, and what is cached. Prices are decimal strings in US dollars per 1 million tokens. */
export const modelProjection = z.object({
  publicId,
  provider: z.object({ slug: z.string(), displayName: z.string() }),
  name: z.string(),
  modelId: z.string(),
  displayName: z.string(),
  capabilities: z.array(capability),
  pricingInput: z.string().nullable(),
  pricingOutput: z.string().nullable(),
  maxTokens: z.int().nullable(),
  contextWindow: z.int().nullable(),
  sortOrder: z.int(),
});
export type ModelProjection = z.infer<typeof modelProjection>;

/** A model in the panel. The optional fields are sent to super admins only. */
export const modelOutput = modelProjection.extend({
  isActive: z.boolean(),
  config: z.custom<JsonObject>().optional(),
  /** Whether its provider no longer serves it, by what `config.lifecycle` says. */
  isRetired: z.boolean().optional(),
  totalRequests: bigCount.optional(),
  createdAt: timestamp,
  updatedAt: timestamp,
  can: z.object({ update: z.boolean(), delete: z.boolean() }),
});
export type ModelOutput = z.infer<typeof modelOutput>;

export const modelListOutput = pageOf(modelOutput).extend({ can: z.object({ create: z.boolean() }) });
export const modelDeleteOutput = z.object({ publicId });
