import { auditListInput, auditListOutput } from '@ai-providers/contracts';
import { listAudit } from '@ai-providers/db';
import { permissionsOf } from '../policies/actor.js';
import { presentAuditEntry } from '../presenters/people.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const auditRouter = t.router({
  /** A normal admin sees their own deeds only. */
  list: procedure('admin')
    .input(auditListInput)
    .output(auditListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const everybody = permissionsOf(actor).includes('audit.readAny');
      const { entries, nextCursor } = await listAudit(input, everybody ? null : actor.user.publicId);
      return { items: entries.map(presentAuditEntry), nextCursor };
    }),
});
