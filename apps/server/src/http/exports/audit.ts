import { limits, type AuditEntryOutput } from '@ai-providers/contracts';
import type { Export } from './export.js';

/** The audit log, the newest entries first. */
export const auditExport: Export<AuditEntryOutput> = {
  name: 'audit',
  columns: {
    sequence: ({ sequence }) => sequence,
    occurredAt: ({ occurredAt }) => occurredAt,
    action: ({ action }) => action,
    actorId: ({ actor }) => actor.publicId,
    actor: ({ actor }) => actor.label,
    targetType: ({ target }) => target.type,
    targetId: ({ target }) => target.publicId,
    target: ({ target }) => target.label,
    changes: ({ changes }) => JSON.stringify(changes),
    via: ({ via }) => via,
    ip: ({ ip }) => ip,
    userAgent: ({ userAgent }) => userAgent,
    requestId: ({ requestId }) => requestId,
  },
  async *pages({ audit }, filters) {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await audit.list({ ...filters, cursor, pageSize: limits.pageSizeMax });
      yield page.items;
      cursor = page.nextCursor;
    }
  },
};
