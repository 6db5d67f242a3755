import {
  auditEntryOutput,
  auditGetInput,
  auditListInput,
  auditListOutput,
  auditNewerInput,
  auditNewerOutput,
  auditVerifyInput,
  auditVerifyOutput,
} from '@ai-providers/contracts';
import {
  countNewerAudit,
  findAuditEntry,
  listAudit,
  referencesOf,
  verifyAuditPart,
  verifyLatestAudit,
} from '@ai-providers/db';
import { auditPolicy, pagesFor, readableDeeds } from '../policies/audit.js';
import { authorizeOrHide } from '../policies/authorize.js';
import { presentAuditEntry, presentAuditPart } from '../presenters/audit.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

/** A normal admin sees their own deeds only. */
export const auditRouter = t.router({
  list: procedure('admin')
    .input(auditListInput)
    .output(auditListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const { entries, nextCursor } = await listAudit(input, readableDeeds(actor));
      const references = await referencesOf(entries, pagesFor(actor));
      return { items: entries.map((entry) => presentAuditEntry(entry, references)), nextCursor };
    }),

  /** Cheap enough to be asked again and again by an open page. */
  newer: procedure('admin')
    .input(auditNewerInput)
    .output(auditNewerOutput)
    .query(async ({ ctx: { actor }, input }) => ({ count: await countNewerAudit(input, readableDeeds(actor)) })),

  get: procedure('admin')
    .input(auditGetInput)
    .output(auditEntryOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const entry = await findAuditEntry(input.sequence);
      authorizeOrHide(auditPolicy, 'read', actor, entry);
      return presentAuditEntry(entry, await referencesOf([entry], pagesFor(actor)));
    }),

  /** Whether the newest entries and the end of the chain are sound. */
  verifyStatus: procedure('admin', 'audit.readAny')
    .output(auditVerifyOutput)
    .query(async () => presentAuditPart(await verifyLatestAudit())),

  /** Whether a part of the chain is sound; call after call walks it to its end. */
  verify: procedure('admin', 'audit.readAny')
    .input(auditVerifyInput)
    .output(auditVerifyOutput)
    .query(async ({ input }) => presentAuditPart(await verifyAuditPart(input.after ?? null, BigInt(input.count)))),
});
