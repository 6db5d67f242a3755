import { Op, type WhereOptions } from 'sequelize';
import type { AuditListInput, AuditNewerInput } from '@ai-providers/contracts';
import { AuditEntry } from '../models/audit-entry.js';
import { allOf } from './search.js';

// PostgreSQL refuses what its columns could not hold; such a cursor lies after every entry, such a time before.
const endOfBigint = 2n ** 63n;
const momentOf = (iso: string) => new Date(Math.max(0, Date.parse(iso)));

/** Newer entries are counted up to here. */
const mostCounted = 100;

/** The newest entries first, by cursor. `onlyActor` shows one person's own deeds and nothing else. */
export async function listAudit({ cursor, pageSize, ...filters }: AuditListInput, onlyActor: string | null) {
  const where = conditionsOf(filters, onlyActor);
  if (cursor && BigInt(cursor) < endOfBigint) where.push({ id: { [Op.lt]: cursor } });
  const rows = await AuditEntry.findAll({ where: allOf(where), order: [['id', 'DESC']], limit: pageSize + 1 });
  const entries = rows.slice(0, pageSize);
  return { entries, nextCursor: rows.length > entries.length ? (entries.at(-1)?.id ?? null) : null };
}

/** How many entries followed one, up to a hundred. */
export async function countNewerAudit(
  { after, ...filters }: AuditNewerInput,
  onlyActor: string | null,
): Promise<number> {
  if (BigInt(after) >= endOfBigint) return 0;
  const where = allOf([...conditionsOf(filters, onlyActor), { id: { [Op.gt]: after } }]);
  return (await AuditEntry.findAll({ where, attributes: ['id'], limit: mostCounted })).length;
}

/** One entry by its place in the chain. */
export async function findAuditEntry(sequence: string): Promise<AuditEntry | null> {
  return BigInt(sequence) < endOfBigint ? AuditEntry.findByPk(sequence) : null;
}

type Filters = Omit<AuditNewerInput, 'after'>;

function conditionsOf(input: Filters, onlyActor: string | null): WhereOptions[] {
  const where: WhereOptions[] = [];
  if (onlyActor !== null) where.push({ actorPublicId: onlyActor });
  if (input.actor) where.push({ actorPublicId: input.actor });
  if (input.action) where.push({ action: input.action });
  if (input.changed) where.push(changedOneOf([input.changed].flat()));
  if (input.target) where.push({ targetPublicId: input.target });
  if (input.targetType) where.push({ targetType: input.targetType });
  if (input.via) where.push({ via: input.via });
  if (input.from) where.push({ occurredAt: { [Op.gte]: momentOf(input.from) } });
  if (input.to) where.push({ occurredAt: { [Op.lt]: momentOf(input.to) } });
  return where;
}

// The index of actions leads to the updates; what their changes name is read of those only.
function changedOneOf(fields: readonly string[]): WhereOptions {
  const named = fields.map((field) => ({ changes: { [Op.contains]: [{ field }] } }));
  return { [Op.or]: [{ action: { [Op.notLike]: '%.update' } }, ...named] };
}
