import type { Sequelize } from 'sequelize';
import type { AuditAction } from '@ai-providers/contracts';
import { isFaultOfValues } from '../errors.js';
import { GroupCommit } from '../group-commit.js';
import { AuditEntry, type AuditChange } from '../models/audit-entry.js';
import { onePerDatabase } from '../per-database.js';
import { portsOf } from '../ports.js';
import { currentTransaction } from '../transaction-context.js';
import { hashOf } from './chain.js';
import { nextPlace, noteEnd, type Place } from './head.js';

/** Where a request comes from; all null for what no request asked for. */
export interface RequestOrigin {
  ip: string | null;
  /** As the caller's program calls itself. */
  userAgent: string | null;
  requestId: string | null;
}

/** Who acts, and from where. */
export interface AuditOrigin extends RequestOrigin {
  actor: { publicId: string; label: string } | null;
  via: 'session' | 'token' | 'system';
  viaPublicId: string | null;
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
export const bySystem: AuditOrigin = {
  actor: null,
  via: 'system',
  viaPublicId: null,
  ip: null,
  userAgent: null,
  requestId: null,
};

/**
 * Runs a change in a transaction of its own and writes its one audit row in the same transaction: either both
 * happen or neither. `work` answers its result and what it did.
 */
export async function audited<T>(by: AuditOrigin, work: () => Promise<[result: T, facts: AuditFacts]>): Promise<T> {
  const sequelize = connection();
  return sequelize.transaction(async () => {
    const [result, facts] = await work();
    await append(sequelize, [{ by, facts }]);
    return result;
  });
}

/**
 * Writes one audit row for something that changed no record, such as a key that was handed out. Those that come while
 * others are written share the next transaction, so that programs that ask for keys do not queue for a commit each.
 */
export async function recordAudit(by: AuditOrigin, facts: AuditFacts): Promise<void> {
  // What a transaction records, it may take back.
  if (currentTransaction()) await audited(by, () => Promise.resolve([undefined, facts]));
  else await groupOf(connection()).submit({ by, facts });
}

interface Deed {
  by: AuditOrigin;
  facts: AuditFacts;
}

const groupOf = onePerDatabase(
  (sequelize) =>
    new GroupCommit<Deed, void>({
      run: async (deeds) => {
        await sequelize.transaction(() => append(sequelize, deeds));
        return deeds.map(() => undefined);
      },
      isOneItemsFault: isFaultOfValues,
    }),
);

async function append(sequelize: Sequelize, deeds: readonly Deed[]): Promise<void> {
  // Writers take turns from here to their commit, so that no two entries follow the same one.
  await sequelize.query("select pg_advisory_xact_lock(hashtext('ai-providers audit chain'))");
  let place = await nextPlace(sequelize);
  const entries = deeds.map((deed) => {
    const entry = entryAt(place, deed, portsOf(sequelize).now());
    const hash = hashOf(entry);
    place = { id: String(BigInt(place.id) + 1n), previousHash: hash };
    return { ...entry, hash };
  });
  await AuditEntry.bulkCreate(entries);
  const last = entries.at(-1);
  if (last) await noteEnd(sequelize, last);
}

function entryAt({ id, previousHash }: Place, { by, facts }: Deed, occurredAt: Date) {
  const { action, target, changes = [] } = facts;
  return {
    id,
    occurredAt,
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
    userAgent: by.userAgent?.slice(0, 300) ?? null,
    requestId: by.requestId,
    previousHash,
  };
}

function connection(): Sequelize {
  if (!AuditEntry.sequelize) throw new Error('AuditEntry is not bound to a database: call createDatabase first');
  return AuditEntry.sequelize;
}
