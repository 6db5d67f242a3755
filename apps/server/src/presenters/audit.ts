import type { AuditEntryOutput, AuditVerifyOutput } from '@ai-providers/contracts';
import type { AuditEntry, AuditPart } from '@ai-providers/db';

export function presentAuditEntry(entry: AuditEntry): AuditEntryOutput {
  return {
    sequence: entry.id,
    occurredAt: entry.occurredAt.toISOString(),
    action: entry.action,
    actor: { publicId: entry.actorPublicId, label: entry.actorLabel },
    target: { type: entry.targetType, publicId: entry.targetPublicId, label: entry.targetLabel },
    changes: entry.changes as AuditEntryOutput['changes'], // a JSONB column: what it holds is JSON
    via: entry.via,
    ip: entry.ip,
    requestId: entry.requestId,
  };
}

export function presentAuditPart({ checked, through, last, fault }: AuditPart): AuditVerifyOutput {
  return { checked, through, last, fault: fault && { sequence: fault.id, problem: fault.problem } };
}
