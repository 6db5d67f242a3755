import type { Sequelize } from 'sequelize';

const withUnicode = new WeakSet<Sequelize>();

/** Learns with the first connection whether a database can sort as people do: PostgreSQL may be built without ICU. */
export function learnNameOrder(sequelize: Sequelize): void {
  let isKnown = false;
  sequelize.addHook('afterConnect', async (connection) => {
    if (isKnown) return;
    const { rows } = await (connection as Connection).query(collationSql); // the driver's own
    if (rows.length > 0) withUnicode.add(sequelize);
    isKnown = true;
  });
}

interface Connection {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

// A database in another encoding than UTF-8 does not see it.
const collationSql = `select from pg_collation where collname = 'und-x-icu'
  and collencoding in (-1, (select encoding from pg_database where datname = current_database()))`;

/** SQL that sorts a column of names: bytes put پ چ ژ گ after every Arabic letter, and "apple" after "Zebra". */
export function nameOrder(sequelize: Sequelize | undefined, column: string): string {
  // The order of all scripts, which differs from the Persian one in these two letters alone.
  if (sequelize && withUnicode.has(sequelize)) return `translate(${column}, 'هو', 'وه') collate "und-x-icu"`;
  return `convert_to(translate(lower(${column}), '${letters}', '${places}'), 'UTF8')`;
}

// Without ICU: the letters in their order, each as the one that has its place in Unicode. Slow, and seldom needed.
const letters = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹آاٱأإءبپتثجچحخدذرزژسشصضطظعغفقکكگلمنوؤهةۀیيىئ';
const places = `01234567890123456789${[...letters.slice(20)].map((_, place) => String.fromCodePoint(0x0621 + place)).join('')}`;
