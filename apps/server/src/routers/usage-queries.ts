import {
  usageLedgerInput,
  usageLedgerOutput,
  usageSeriesInput,
  usageSeriesOutput,
  usageSummaryInput,
  usageSummaryOutput,
} from '@ai-providers/contracts';
import { listUsage, usageSeries, usageSummary, User, type UsageView } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { authorizeOrHide } from '../policies/authorize.js';
import { adminPolicy } from '../policies/people.js';
import { usageView } from '../policies/usage.js';
import { presentRange, presentUsageEntry, presentUsageSeries, presentUsageSummary } from '../presenters/usage.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

/** What was used: a normal admin's own, without the cost of shared keys. */
export const usageQueriesRouter = t.router({
  summary: procedure('admin')
    .input(usageSummaryInput)
    .output(usageSummaryOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const view = await viewOf(actor, input.admin);
      return presentUsageSummary(await usageSummary(actor.user.sequelize, input, view));
    }),

  series: procedure('admin')
    .input(usageSeriesInput)
    .output(usageSeriesOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const view = await viewOf(actor, input.admin);
      return presentUsageSeries(await usageSeries(actor.user.sequelize, input, view));
    }),

  /** Single requests, by cursor. */
  ledger: procedure('admin')
    .input(usageLedgerInput)
    .output(usageLedgerOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const view = await viewOf(actor, input.admin);
      const { range, entries, nextCursor } = await listUsage(actor.user.sequelize, input, view);
      return { ...presentRange(range), items: entries.map((row) => presentUsageEntry(actor, row)), nextCursor };
    }),
});

async function viewOf(actor: Actor, publicId: string | undefined): Promise<UsageView> {
  if (publicId === undefined) return usageView(actor, null);
  const admin = await User.findByPublicId(publicId);
  authorizeOrHide(adminPolicy, 'readUsage', actor, admin);
  return usageView(actor, admin);
}
