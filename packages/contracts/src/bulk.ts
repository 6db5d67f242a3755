import { z } from 'zod';
import { errorReason } from './errors.js';
import { bulkMax } from './names.js';
import { publicId } from './paging.js';

/**
 * One change for many records: those with these ids, or all that a list's filter matches. With a filter goes the count
 * that the caller saw, so that nobody changes more than they know of.
 */
export function bulkInput<Filter extends z.ZodType, Patch extends z.ZodType>(filter: Filter, patch: Patch) {
  return z.union([
    z.strictObject({ publicIds: z.array(publicId).min(1).max(bulkMax), patch }),
    z.strictObject({ filter, expectedCount: z.int().min(1).max(bulkMax), patch }),
  ]);
}

/** As `bulkInput`, for a change that needs no more said. */
export function bulkTarget<Filter extends z.ZodType>(filter: Filter) {
  return z.union([
    z.strictObject({ publicIds: z.array(publicId).min(1).max(bulkMax) }),
    z.strictObject({ filter, expectedCount: z.int().min(1).max(bulkMax) }),
  ]);
}

/** Which records a bulk change is for. */
export type BulkTarget<Filter> = { publicIds: string[] } | { filter: Filter; expectedCount: number };

/** What became of one record. `name` is null where the record was not found. */
const bulkResult = z.object({
  publicId,
  name: z.string().nullable(),
  ok: z.boolean(),
  /** False where it was so already; absent where that is not known. */
  changed: z.boolean().optional(),
  reason: errorReason.optional(),
});
export type BulkResult = z.infer<typeof bulkResult>;
export const bulkOutput = z.object({ results: z.array(bulkResult) });
