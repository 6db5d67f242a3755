import { Op, type WhereOptions } from 'sequelize';
import type { AuditListInput } from '@ai-providers/contracts';
import { AuditEntry } from '../models/audit-entry.js';
import { allOf } from './search.js';

// PostgreSQL refuses what its columns could not hold; such a cursor lies after every entry, such a time before.
const endOfBigint = 2n ** 63n;
const momentOf = (iso: string) => new Date(Math.max(0, Date.parse(iso)));

/** The newest entries first, by cursor. `onlyActor` shows one person's own deeds and nothing else. */
export async function listAudit(input: AuditListInput, onlyActor: string | null) {
  const where: WhereOptions[] = [];
  if (onlyActor !== null) where.push({ actorPublicId: onlyActor });
  if (input.actor) where.push({ actorPublicId: input.actor });
  if (input.action) where.push({ action: input.action });
  if (input.target) where.push({ targetPublicId: input.target });
  if (input.from) where.push({ occurredAt: { [Op.gte]: momentOf(input.from) } });
  if (input.to) where.push({ occurredAt: { [Op.lt]: momentOf(input.to) } });
  if (input.cursor && BigInt(input.cursor) < endOfBigint) where.push({ id: { [Op.lt]: input.cursor } });
  const rows = await AuditEntry.findAll({ where: allOf(where), order: [['id', 'DESC']], limit: input.pageSize + 1 });
  const entries = rows.slice(0, input.pageSize);
  return { entries, nextCursor: rows.length > entries.length ? (entries.at(-1)?.id ?? null) : null };
}
