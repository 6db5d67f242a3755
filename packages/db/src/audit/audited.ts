import type { Sequelize } from 'sequelize';
import type { AuditAction } from '@ai-providers/contracts';
import { AuditEntry, type AuditChange } from '../models/audit-entry.js';
import { portsOf } from '../ports.js';
import { hashOf } from './chain.js';
import { nextPlace, noteEnd } from './head.js';

/** Who acts, and from where. */
export interface AuditOrigin {
  actor: { publicId: string; label: string } | null;
  via: 'session' | 'token' | 'system';
  viaPublicId: string | null;
  ip: string | null;
  requestId: string | null;
}

/** The record that something was done to. */
export interface AuditTarget {
  type: string;
  publicId: string | null;
  label: string;
}

/** What was done to which record. */
export interface AuditFacts {
  action: AuditAction;
  target: AuditTarget;
  changes?: AuditChange[];
}

/** For commands and the seed. */
export const bySystem: AuditOrigin = { actor: null, via: 'system', viaPublicId: null, ip: null, requestId: null };

/**
 * Runs a change in a transaction of its own and writes its one audit row in the same transaction: either both
 * happen or neither. `work` answers its result and what it did.
 */
export async function audited<T>(by: AuditOrigin, work: () => Promise<[result: T, facts: AuditFacts]>): Promise<T> {
  const sequelize = connection();
  return sequelize.transaction(async () => {
    const [result, facts] = await work();
    await append(sequelize, by, facts);
    return result;
  });
}

/** Writes one audit row for something that changed no record, such as a failed sign-in. */
export async function recordAudit(by: AuditOrigin, facts: AuditFacts): Promise<void> {
  await audited(by, () => Promise.resolve([undefined, facts]));
}

async function append(
  sequelize: Sequelize,
  by: AuditOrigin,
  { action, target, changes = [] }: AuditFacts,
): Promise<void> {
  // Writers take turns from here to their commit, so that no two entries follow the same one.
  await sequelize.query("select pg_advisory_xact_lock(hashtext('ai-providers audit chain'))");
  const { id, previousHash } = await nextPlace(sequelize);
  const entry = {
    id,
    occurredAt: portsOf(sequelize).now(),
    action,
    actorPublicId: by.actor?.publicId ?? null,
    actorLabel: by.actor?.label ?? 'system',
    targetType: target.type,
    targetPublicId: target.publicId,
    // A character that is cut in two would be stored as another one than was hashed.
    targetLabel: target.label.slice(0, 254).toWellFormed(),
    changes,
    via: by.via,
    viaPublicId: by.viaPublicId,
    ip: by.ip,
    requestId: by.requestId,
    previousHash,
  };
  const hash = hashOf(entry);
  await AuditEntry.create({ ...entry, hash });
  await noteEnd(sequelize, { id, hash });
}

function connection(): Sequelize {
  if (!AuditEntry.sequelize) throw new Error('AuditEntry is not bound to a database: call createDatabase first');
  return AuditEntry.sequelize;
}
