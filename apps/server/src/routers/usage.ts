import {
  usageRecordInput,
  usageRefund,
  usageRefundInput,
  usageReservation,
  usageReserveInput,
  usageSettleInput,
  usageSettlement,
} from '@ai-providers/contracts';
import { recordUsage, refundUsage, reserveUsage, settleUsage } from '@ai-providers/db';
import { authorizeProvider } from '../policies/registry.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

/** Counting requests. Nothing of it is in the audit log: the ledger is the record, a row for each request. */
export const usageRouter = t.router({
  reserve: procedure('usage:write')
    .input(usageReserveInput)
    .output(usageReservation)
    .mutation(({ ctx: { actor, reservationTtlMs }, input }) => {
      authorizeProvider(actor, input.provider);
      return reserveUsage(actor.user, input, { ttlMs: reservationTtlMs });
    }),

  settle: procedure('usage:write')
    .input(usageSettleInput)
    .output(usageSettlement)
    .mutation(({ ctx: { actor }, input }) => settleUsage(actor.user, input)),

  refund: procedure('usage:write')
    .input(usageRefundInput)
    .output(usageRefund)
    .mutation(({ ctx: { actor }, input }) => refundUsage(actor.user, input)),

  /** Reserve and settle in one, for a request that has been made already. */
  record: procedure('usage:write')
    .input(usageRecordInput)
    .output(usageSettlement)
    .mutation(({ ctx: { actor, reservationTtlMs }, input }) => {
      authorizeProvider(actor, input.provider);
      return recordUsage(actor.user, input, { ttlMs: reservationTtlMs });
    }),
});
