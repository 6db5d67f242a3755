import { createHash } from 'node:crypto';
import type { AuditEntryAttributes } from '../models/audit-entry.js';

/** What the first entry has before it. */
export const chainStart = '0'.repeat(64);

type Hashed = Omit<AuditEntryAttributes, 'hash' | 'publicId'>;

/** SHA-256 over the entry before and over all that this one says, in a form that two different rows never share. */
export function hashOf(entry: Hashed): string {
  const columns = [
    entry.previousHash,
    entry.id,
    entry.occurredAt.toISOString(),
    entry.action,
    entry.actorPublicId,
    entry.actorLabel,
    entry.targetType,
    entry.targetPublicId,
    entry.targetLabel,
    canonical(entry.changes),
    entry.via,
    entry.viaPublicId,
    entry.ip,
    entry.requestId,
    // Entries of the releases that did not note it are one column shorter.
    ...(entry.userAgent === null ? [] : [entry.userAgent]),
  ];
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}

// JSONB does not keep the order of keys.
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]);
}
