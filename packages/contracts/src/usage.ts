import { z } from 'zod';
import { keySource } from './keys.js';
import { limits } from './limits.js';
import { timestamp } from './paging.js';
import { slug } from './slug.js';
import { text } from './text.js';

/** Made by the caller, one per request; unique among the caller's own. */
export const usageRequestId = text(100);
const tokens = z.int().min(0).max(1_000_000_000).optional();

/** Words for how a request ended, beside the status of HTTP. */
export const usageStatusWords = ['ok', 'success', 'error', 'failed', 'timeout', 'cancelled'] as const;
/** How a request ended: `ok` and `success`, or a status below 400, are successes; all else is an error. */
export const usageStatus = z.union([
  z.enum(usageStatusWords),
  z.int().min(100).max(599).transform(String),
  z.string().regex(/^[1-5]\d{2}$/, 'Use a status of HTTP, or one of the words'),
]);

/** `model` is the id that the provider's own API uses; the registry need not know it. */
export const usageReserveInput = z.strictObject({
  provider: slug,
  model: text(limits.modelId).optional(),
  requestId: usageRequestId,
});
export type UsageReserveInput = z.infer<typeof usageReserveInput>;

export const usageSettleInput = z.strictObject({
  requestId: usageRequestId,
  inputTokens: tokens,
  outputTokens: tokens,
  status: usageStatus,
  latencyMs: z.int().min(0).max(limits.int).optional(),
});
export type UsageSettleInput = z.infer<typeof usageSettleInput>;

export const usageRefundInput = z.strictObject({ requestId: usageRequestId });
export type UsageRefundInput = z.infer<typeof usageRefundInput>;

/** Reserve and settle in one, for a request that has been made already. */
export const usageRecordInput = usageReserveInput.extend(usageSettleInput.shape);
export type UsageRecordInput = z.infer<typeof usageRecordInput>;

/** The same for every repetition of a reservation. */
export const usageReservation = z.object({
  requestId: z.string(),
  provider: z.string(),
  model: z.string().nullable(),
  /** Whose key the request will be made with. */
  source: keySource.nullable(),
  reservedAt: timestamp,
  /** Until when to settle or refund; after that the request counts for good. */
  expiresAt: timestamp,
  /** When the month's count starts again at 0. */
  resetsAt: timestamp,
});
export type UsageReservation = z.infer<typeof usageReservation>;

/** The same for every repetition of a settlement. */
export const usageSettlement = z.object({
  requestId: z.string(),
  status: z.string(),
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  latencyMs: z.int().nullable(),
  /** US dollars as a decimal string; null where tokens or prices are unknown. */
  cost: z.string().nullable(),
  settledAt: timestamp,
});
export type UsageSettlement = z.infer<typeof usageSettlement>;

export const usageRefund = z.object({ requestId: z.string(), refundedAt: timestamp });
export type UsageRefund = z.infer<typeof usageRefund>;
