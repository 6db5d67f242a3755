import type { Sequelize } from 'sequelize';
import { limits } from '@ai-providers/contracts';
import { readChainEnd, type AuditLink } from '../audit/head.js';
import { AuditEntry } from '../models/audit-entry.js';
import { findAuditEntry } from './list-audit.js';
import { faultAtEnd, walkTo, type AuditVerdict } from './verify-audit.js';

/** A part of the chain: how it is, up to which entry, and where the log ends. */
export interface AuditPart {
  checked: number;
  /** The last sound entry; null in an empty log. */
  through: string | null;
  last: string | null;
  fault: AuditVerdict['fault'];
}

const partSize = BigInt(limits.auditPartMax);
const latestSize = 1_000n;

/**
 * Verifies a part of the chain, so that no call lasts as long as the log is: from the first entry, or from the one
 * that an earlier part ended at. What was changed behind that one meanwhile is found by starting anew.
 */
export async function verifyAuditPart(after: string | null, size = partSize): Promise<AuditPart> {
  const { noted, last } = await readChainEnd(connection());
  const start = after === null || after === '0' ? null : await linkAt(after);
  if (start === undefined) return { ...nothing, last: last?.id ?? null, fault: missing(after) };
  const end = BigInt(last?.id ?? 0);
  const upTo = BigInt(start?.id ?? 0) + size;
  const { checked, end: through, fault } = await walkTo(String(upTo < end ? upTo : end), { start });
  const part = { checked, through: through?.id ?? null, last: last?.id ?? null };
  if (fault) return { ...part, fault };
  if (upTo >= end) return { ...part, fault: faultAtEnd(through, noted) };
  const reached = BigInt(through?.id ?? 0);
  return { ...part, fault: reached < upTo ? missing(reached + 1n) : null };
}

/** Verifies the newest entries and the end of the chain: what can be asked often. */
export async function verifyLatestAudit(size = latestSize): Promise<AuditPart> {
  const { last } = await readChainEnd(connection());
  const before = BigInt(last?.id ?? 0) - size;
  // Entries that are written meanwhile make the part a little longer.
  return verifyAuditPart(before > 0n ? String(before) : null, size + latestSize);
}

const nothing = { checked: 0, through: null };
const missing = (id: unknown) => ({ id: String(id), problem: 'missing' }) as const;

/** Undefined where there is no such entry. */
async function linkAt(id: string): Promise<AuditLink | undefined> {
  const entry = await findAuditEntry(id);
  return entry ? { id: entry.id, hash: entry.hash } : undefined;
}

function connection(): Sequelize {
  if (!AuditEntry.sequelize) throw new Error('AuditEntry is not bound to a database: call createDatabase first');
  return AuditEntry.sequelize;
}
