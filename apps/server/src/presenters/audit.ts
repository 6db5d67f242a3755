import type { AuditEntryOutput, AuditVerifyOutput } from '@ai-providers/contracts';
import type { AuditEntry, AuditPart, AuditReferences } from '@ai-providers/db';

export function presentAuditEntry(entry: AuditEntry, { people, tokens, pages }: AuditReferences): AuditEntryOutput {
  const { actorPublicId: actor, targetPublicId: target, viaPublicId } = entry;
  const namedBy = (names: ReadonlyMap<string, string>, id: string | null) => names.get(id ?? '') ?? null;
  return {
    sequence: entry.id,
    occurredAt: entry.occurredAt.toISOString(),
    action: entry.action,
    actor: { publicId: actor, label: entry.actorLabel, name: namedBy(people, actor) },
    target: {
      type: entry.targetType,
      publicId: target,
      label: entry.targetLabel,
      person: namedBy(people, target),
      page: namedBy(pages, target),
    },
    changes: entry.changes as AuditEntryOutput['changes'], // a JSONB column: what it holds is JSON
    via: entry.via,
    token: namedBy(tokens, viaPublicId),
    ip: entry.ip,
    userAgent: entry.userAgent,
    requestId: entry.requestId,
  };
}

export function presentAuditPart({ checked, through, last, fault }: AuditPart): AuditVerifyOutput {
  return { checked, through, last, fault: fault && { sequence: fault.id, problem: fault.problem } };
}
