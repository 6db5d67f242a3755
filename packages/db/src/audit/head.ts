import { QueryTypes, type Sequelize } from 'sequelize';
import { writeState } from '../system-state.js';
import { chainStart } from './chain.js';

/** One place in the chain. */
export interface AuditLink {
  id: string;
  hash: string;
}

/** The end of the chain twice: as its last writer noted it beside the log, and as the log has it now. */
export interface ChainEnd {
  /** Entries that are cut off the end leave no trace in those that remain; this note does. Null where there is none. */
  noted: AuditLink | null;
  last: AuditLink | null;
}

export async function readChainEnd(sequelize: Sequelize): Promise<ChainEnd> {
  // One statement, and so one moment: both move together.
  const [row] = await sequelize.query<{ noted: string | null; id: string | null; hash: string | null }>(
    `select (select value from system_state where key = 'audit_head') as noted, last.id, last.hash
     from (select 1) one left join lateral (select id, hash from audit_log order by id desc limit 1) last on true`,
    { type: QueryTypes.SELECT },
  );
  const { id, hash } = row ?? {};
  return { noted: parseLink(row?.noted ?? ''), last: id && hash ? { id, hash } : null };
}

/** Where an entry goes, and what it follows. */
export interface Place {
  id: string;
  previousHash: string;
}

/** The place of the next entry. Only for the writer whose turn it is. */
export async function nextPlace(sequelize: Sequelize): Promise<Place> {
  const { noted, last } = await readChainEnd(sequelize);
  // It follows what was noted: where the end was cut off or added to, the break stays for ever to be found.
  const ids = [noted, last].map((link) => BigInt(link?.id ?? 0));
  const highest = ids.reduce((a, b) => (a > b ? a : b));
  return { id: String(highest + 1n), previousHash: (noted ?? last)?.hash ?? chainStart };
}

/** Notes a new end, in the transaction that writes it. */
export async function noteEnd(sequelize: Sequelize, { id, hash }: AuditLink): Promise<void> {
  await writeState(sequelize, 'audit_head', `${id}:${hash}`);
}

/** The short form of a link, `id:hash`. */
export const linkPattern = /^([1-9]\d{0,17}):([0-9a-f]{64})$/;

/** Reads a link from its short form; null for anything else. */
export function parseLink(text: string): AuditLink | null {
  const [, id, hash] = linkPattern.exec(text) ?? [];
  return id && hash ? { id, hash } : null;
}
