import { Op, type Sequelize } from 'sequelize';
import { chainStart, hashOf } from '../audit/chain.js';
import { readChainEnd, type AuditLink } from '../audit/head.js';
import { AuditEntry } from '../models/audit-entry.js';

/**
 * What is wrong with an entry: `missing` is not there, `order` follows another one than it was written after,
 * `previous` follows one that is not in the log, `hash` was changed, `unexpected` was written past us, `unnoted` is the
 * last one, and the note that it is the last is gone.
 */
export type AuditProblem = 'missing' | 'order' | 'previous' | 'hash' | 'unexpected' | 'unnoted';

export interface AuditVerdict {
  /** How many entries are sound, from the first one on. */
  checked: number;
  /** The last of them. To be kept outside of this database, and compared later. */
  end: AuditLink | null;
  /** The first entry that is not. */
  fault: { id: string; problem: AuditProblem } | null;
}

interface Options {
  /** An entry as it was noted outside of this database: who rewrites the whole log cannot rewrite that. */
  known?: AuditLink;
  onProgress?: (checked: number, total: string) => void;
}

const batchSize = 1000;

/** Walks the chain of the audit log from its first entry to its end. Entries that are written meanwhile are left out. */
export async function verifyAudit({ known, onProgress }: Options = {}): Promise<AuditVerdict> {
  const { noted, last } = await readChainEnd(connection());
  const walk = await walkTo(last?.id ?? '0', { known, onProgress });
  if (walk.fault) return walk;
  return { ...walk, fault: faultAtEnd(walk.end, noted, known) };
}

/** Walks from the entry after `start`, or from the first one, to an entry or to the first fault. */
export async function walkTo(
  lastId: string,
  { known, onProgress, start = null }: Options & { start?: AuditLink | null },
): Promise<AuditVerdict> {
  let end = start;
  for (let checked = 0; ; onProgress?.(checked, lastId)) {
    const batch: AuditEntry[] = await entriesAfter(end?.id, lastId);
    for (const entry of batch) {
      const expectedId = String(BigInt(end?.id ?? 0) + 1n);
      const problem = await problemOf(entry, expectedId, end?.hash ?? chainStart, known);
      const id = problem === 'missing' ? expectedId : entry.id;
      if (problem) return { checked, end, fault: { id, problem } };
      end = { id: entry.id, hash: entry.hash };
      checked += 1;
    }
    if (batch.length < batchSize) return { checked, end, fault: null };
  }
}

function entriesAfter(id: string | undefined, lastId: string): Promise<AuditEntry[]> {
  const from = id === undefined ? {} : { [Op.gt]: id };
  return AuditEntry.findAll({ where: { id: { ...from, [Op.lte]: lastId } }, order: [['id', 'ASC']], limit: batchSize });
}

async function problemOf(
  entry: AuditEntry,
  expectedId: string,
  previousHash: string,
  known: AuditLink | undefined,
): Promise<AuditProblem | null> {
  if (BigInt(entry.id) < BigInt(expectedId)) return 'unexpected';
  if (entry.id !== expectedId) return 'missing';
  if (entry.previousHash !== previousHash) {
    const elsewhere = await AuditEntry.count({ where: { hash: entry.previousHash } });
    return elsewhere > 0 ? 'order' : 'previous';
  }
  const intact = hashOf(entry) === entry.hash && (known?.id !== entry.id || known.hash === entry.hash);
  return intact ? null : 'hash';
}

/** The walked entries are sound; are they all that there were, and no more? */
export function faultAtEnd(
  walked: AuditLink | null,
  noted: AuditLink | null,
  known?: AuditLink,
): AuditVerdict['fault'] {
  const last = idOf(walked);
  const missing = { id: String(last + 1n), problem: 'missing' } as const;
  if (idOf(known) > last || idOf(noted) > last) return missing;
  if (!walked) return null;
  if (!noted) return { id: walked.id, problem: 'unnoted' };
  if (idOf(noted) < last) return { id: String(idOf(noted) + 1n), problem: 'unexpected' };
  return noted.hash === walked.hash ? null : { id: walked.id, problem: 'hash' };
}

const idOf = (link: AuditLink | null | undefined): bigint => BigInt(link?.id ?? 0);

function connection(): Sequelize {
  if (!AuditEntry.sequelize) throw new Error('AuditEntry is not bound to a database: call createDatabase first');
  return AuditEntry.sequelize;
}
