import { z } from 'zod';
import { modelPrice, tokenCount } from './ai-model.js';
import { bulkOutput, bulkTarget } from './bulk.js';
import { capability } from './capability.js';
import { jsonObject } from './json-config.js';
import { bulkMax, capabilities, modelSortKeys } from './names.js';
import { paging, publicId, sortBy } from './paging.js';
import { slug } from './slug.js';

/** One, or several. */
const oneOrMore = <Item extends z.ZodType>(item: Item, max: number) =>
  z.union([item, z.array(item).min(1).max(max)]).optional();

const filters = {
  search: paging.search,
  /** Of any of these. */
  provider: oneOrMore(slug, 100),
  /** With all of these. */
  capability: oneOrMore(capability, capabilities.length),
  isActive: z.boolean().optional(),
  /** By what `config.lifecycle` says. Only super admins may ask. */
  isRetired: z.boolean().optional(),
  /** US dollars per 1 million tokens; `0` finds what is free. A model without a price is not found. */
  maxPricingInput: modelPrice.optional(),
  maxPricingOutput: modelPrice.optional(),
  /** Tokens. A model whose window is unknown is not found. */
  minContextWindow: tokenCount.optional(),
  maxContextWindow: tokenCount.optional(),
};

interface Range {
  minContextWindow?: number | undefined;
  maxContextWindow?: number | undefined;
}
const isRange = ({ minContextWindow: min, maxContextWindow: max }: Range) =>
  min === undefined || max === undefined || min <= max;
const emptyRange = { path: ['minContextWindow'], params: { reason: 'RANGE_EMPTY' }, message: 'The range is empty' };

const modelFilter = z.strictObject(filters).refine(isRange, emptyRange);
export type ModelFilter = z.infer<typeof modelFilter>;

export const modelListInput = z
  .strictObject({ ...paging, ...filters, sort: sortBy(modelSortKeys) })
  .refine(isRange, emptyRange)
  .prefault({});
export type ModelListInput = z.infer<typeof modelListInput>;

/** How many models of each provider a filter matches, whichever providers it names itself. */
export const modelProviderCountsInput = modelFilter.prefault({});
export const modelProviderCountsOutput = z.array(
  z.object({ slug: z.string(), displayName: z.string(), count: z.int() }),
);

/** The ids of all that a filter matches, to change them in parts; refused unless as many match as were seen. */
export const modelMatchingInput = z.strictObject({
  filter: modelFilter,
  expectedCount: z.int().min(1).max(bulkMax),
});
export const modelMatchingOutput = z.object({ publicIds: z.array(publicId) });

/** One change for many models. */
const modelBulkChange = z.union([
  z.strictObject({ isActive: z.boolean() }),
  z.strictObject({ addCapability: capability }),
  z.strictObject({ removeCapability: capability }),
  /** Merged into each config as RFC 7396 has it: objects key by key, and null removes a key. */
  z.strictObject({ mergeConfig: jsonObject }),
  /** Before all other models of its provider. */
  z.strictObject({ moveTo: z.literal('top') }),
]);
export type ModelBulkChange = z.infer<typeof modelBulkChange>;

export const modelBulkUpdateInput = z.union([
  /** `atMost` as many of them as one part of a long change takes: those that are not answered are to be sent again. */
  z.strictObject({
    publicIds: z.array(publicId).min(1).max(bulkMax),
    atMost: z.int().min(1).max(bulkMax).optional(),
    patch: modelBulkChange,
  }),
  z.strictObject({ filter: modelFilter, expectedCount: z.int().min(1).max(bulkMax), patch: modelBulkChange }),
]);
/** `changed` names those that were not so before: what taking the change back is for. */
export const modelBulkUpdateOutput = bulkOutput.extend({ changed: z.array(publicId) });
export const modelBulkDeleteInput = bulkTarget(modelFilter);
