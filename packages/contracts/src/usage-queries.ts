import { z } from 'zod';
import { keySource } from './keys.js';
import { limits } from './limits.js';
import { usageGrains, usageGroupings, usageOutcomes } from './names.js';
import { bigCount, publicId, timestamp } from './paging.js';
import { slug } from './slug.js';
import { text } from './text.js';

const moment = z.iso.datetime({ offset: true }).optional();

/** Requests from `from` up to, but without, `to`; by default those of the last 30 days. */
const filters = {
  from: moment,
  to: moment,
  /** A slug; also that of a provider that is gone. */
  provider: slug.optional(),
  /** The id that the provider's own API uses. */
  model: text(limits.modelId).optional(),
  /** Only super admins may name another than themselves; a normal admin sees their own requests and no others. */
  admin: publicId.optional(),
  keySource: keySource.optional(),
};

const outcome = z.enum(usageOutcomes);

export const usageSummaryInput = z
  .strictObject({
    ...filters,
    outcome: outcome.optional(),
    groupBy: z.enum(usageGroupings).default('none'),
  })
  .prefault({});
export type UsageSummaryInput = z.infer<typeof usageSummaryInput>;

/** Buckets are hours, days and months in UTC. `auto`: hours up to two days, days up to about three months, then months. */
export const usageSeriesInput = z
  .strictObject({
    ...filters,
    outcome: outcome.optional(),
    groupBy: z.enum(usageGroupings).default('none'),
    grain: z.enum(['auto', ...usageGrains]).default('auto'),
  })
  .prefault({});
export type UsageSeriesInput = z.infer<typeof usageSeriesInput>;

/** Refunded requests are in the ledger, and in no sum. */
const entryOutcome = z.enum([...usageOutcomes, 'refunded']);

export const usageLedgerInput = z
  .strictObject({
    ...filters,
    outcome: entryOutcome.optional(),
    /** `nextCursor` of the page before. */
    cursor: z
      .string()
      .regex(/^\d{1,17}-\d{1,18}$/)
      .optional(),
    pageSize: z.int().min(1).max(limits.pageSizeMax).default(limits.pageSizeDefault),
  })
  .prefault({});
export type UsageLedgerInput = z.infer<typeof usageLedgerInput>;

/** Sums over requests. `open` requests are counted, and have no tokens, cost and latency yet. */
export const usageFigures = z.object({
  requests: bigCount,
  errors: bigCount,
  inputTokens: bigCount,
  outputTokens: bigCount,
  /** US dollars as a decimal string, of the requests whose price was known; null where the caller may see the cost of none. */
  cost: z.string().nullable(),
  /** Null where no request told its latency. */
  averageLatencyMs: z.int().nullable(),
  /** What half of the requests that told a latency did not exceed. See `latencyP95Ms`. */
  latencyP50Ms: z.int().nullable(),
  /**
   * What 95 of 100 did not exceed. Both are estimates from counts in buckets: at most 1.5 times too long or too short, up
   * to 147,789 ms, which stands for all that is longer; to within 100 ms below that. Null where no latency was counted;
   * requests whose single rows were pruned before there were buckets are in the average only.
   */
  latencyP95Ms: z.int().nullable(),
});
export type UsageFigures = z.infer<typeof usageFigures>;

/** What a group's requests have in common, by `groupBy`. */
export const usageGroup = z.object({
  /**
   * A provider's slug, a model's id, an admin's public id, `shared` or `personal`, an outcome; null where none was named.
   * Of a failure the status as it was told, `429` or `timeout`, `unknown` where the sums do not hold it; null of all else.
   */
  key: z.string().nullable(),
  /** The slug of a model's provider. */
  provider: z.string().nullable(),
  /** A name for people, where the registry knows one. */
  label: z.string().nullable(),
});
export type UsageGroup = z.infer<typeof usageGroup>;

/** The range that was counted. Where the ledger has been pruned it begins and ends with whole hours. */
const range = { from: timestamp, to: timestamp };

export const usageSummaryOutput = z.object({
  ...range,
  total: usageFigures,
  /** The period before, of the same length. */
  before: z.object({ ...range, total: usageFigures }),
  /** Those with the most requests first, 100 at most; empty without `groupBy`. */
  groups: z.array(usageGroup.extend({ figures: usageFigures })),
  /** The rest of them. */
  other: z.object({ groups: z.int(), figures: usageFigures }).nullable(),
  /** Where the range has no request: the beginning of the nearest day in UTC that has one, by the same filters. */
  nearest: timestamp.nullable(),
});
export type UsageSummary = z.infer<typeof usageSummaryOutput>;

/** One per bucket in which there were requests, in the order of time. */
const points = z.array(usageFigures.extend({ at: timestamp }));

export const usageSeriesOutput = z.object({
  ...range,
  grain: z.enum(usageGrains),
  /** Those with the most requests first, 8 at most; without `groupBy` one of no name. */
  series: z.array(usageGroup.extend({ points })),
  /** The rest of them. */
  other: z.object({ groups: z.int(), points }).nullable(),
});
export type UsageSeries = z.infer<typeof usageSeriesOutput>;

/** One request. Prices and cost are null where they are unknown, and where the caller may not see them. */
export const usageEntryOutput = z.object({
  /** Null where it was counted for a provider alone. */
  requestId: z.string().nullable(),
  provider: z.string(),
  model: z.string().nullable(),
  /** For super admins only. */
  admin: z.object({ publicId, label: z.string() }).nullable(),
  source: keySource.nullable(),
  state: z.enum(['reserved', 'settled', 'refunded', 'expired']),
  outcome: entryOutcome,
  status: z.string().nullable(),
  inputTokens: bigCount.nullable(),
  outputTokens: bigCount.nullable(),
  /** US dollars per 1 million tokens, as they were when the request was admitted. */
  priceInput: z.string().nullable(),
  priceOutput: z.string().nullable(),
  /** The day since which they held, where they were scheduled. */
  priceFrom: z.string().nullable(),
  cost: z.string().nullable(),
  latencyMs: z.int().nullable(),
  reservedAt: timestamp,
  settledAt: timestamp.nullable(),
});
export type UsageEntry = z.infer<typeof usageEntryOutput>;
/** The newest first. */
export const usageLedgerOutput = z.object({
  ...range,
  items: z.array(usageEntryOutput),
  nextCursor: z.string().nullable(),
});
