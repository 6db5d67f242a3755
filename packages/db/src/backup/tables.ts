import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';

/** A table as a backup needs to know it. */
export interface Table {
  name: string;
  columns: string[];
  /** Empty where it has none. */
  primaryKey: string[];
  /** Columns that count by themselves, with the sequence that they count with. */
  counters: { column: string; sequence: string }[];
}

interface FoundTable extends Table {
  refersTo: string[];
}

/** What has run is told by the header, and what a restored database has run by its own migrations. */
const bookkeeping = 'schema_migrations';

const tablesSql = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary
      order by array_position(i.indkey::int2[], a.attnum)) as "primaryKey",
    coalesce((select jsonb_agg(jsonb_build_object('column', a.attname, 'sequence', counted.sequence))
      from pg_attribute a, pg_get_serial_sequence(c.oid::regclass::text, a.attname) counted (sequence)
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and counted.sequence is not null), '[]') as counters,
    array(select distinct other.relname::text from pg_constraint k join pg_class other on other.oid = k.confrelid
      where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as "refersTo"
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;

/** Every table of the system, each after those that it refers to. */
export async function readTables(sequelize: Sequelize, transaction: Transaction): Promise<Table[]> {
  const found = await sequelize.query<FoundTable>(tablesSql, { transaction, type: QueryTypes.SELECT });
  const waiting = found.filter(({ name }) => name !== bookkeeping);
  const ordered: Table[] = [];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const next = waiting.findIndex(({ refersTo }) => !refersTo.some((name) => names.has(name)));
    if (next < 0) throw new Error(`These tables refer to each other in a ring: ${[...names].join(', ')}`);
    ordered.push(...waiting.splice(next, 1));
  }
  return ordered;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quotedList = (names: readonly string[]): string => names.map(quoted).join(', ');
