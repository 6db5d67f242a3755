import { fn, literal, Op, where, type OrderItem, type WhereOptions } from 'sequelize';
import { DomainError } from '../errors.js';
import { User } from '../models/user.js';
import { nameOrder } from '../name-order.js';

// What is written in more than one way, letter for letter, and marks that only shape a word and stand for nothing.
const arabic = 'يىئكةۀأإآٱؤ';
const persian = 'یییکههااااو';
const digits = '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫٬';
const asciiDigits = '01234567890123456789.,';
// Joiners, marks of direction, the kashida and every vowel mark; written as codes, since nobody would see them.
const marks =
  '\u200c\u200d\u200e\u200f\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0670';

// Parts the columns, so that no match runs over from one into the next.
const unitSeparator = '\u001f';

/**
 * Matches rows in which one of the columns contains `term`, however either is spelled; `%` and `_` are letters like any
 * other. All columns are read as one text: a fourth of the time that one `ILIKE` for each column takes.
 */
export function contains(columns: readonly string[], term: string): WhereOptions {
  const text = `concat_ws('${unitSeparator}', ${columns.map(quoted).join(', ')})`;
  // Text in ASCII alone, as most of it is, has nothing to fold: to look costs an eighth of folding.
  const spelled = `case when octet_length(${text}) = char_length(${text}) then ${text} else ${foldSql(text)} end`;
  return where(fn('strpos', fn('lower', literal(spelled)), fn('lower', fn('translate', term, ...folding))), {
    [Op.gt]: 0,
  });
}

/** What `translate` takes: letters, what stands for each, and at the end those that nothing stands for. */
const folding = [`${arabic}${digits}${marks}`, `${persian}${asciiDigits}`] as const;
const foldSql = (text: string) => `translate(${text}, ${folding.map((letters) => `'${letters}'`).join(', ')})`;

/** A column, with its table where it has one. The names are our own. */
const quoted = (column: string) => `"${column.replace('.', '"."')}"`;

/**
 * `-name` → name descending; then the fallback, so that pages never overlap. Where tables are joined, `table` is the one
 * whose names they are.
 */
export function orderBy(sort: string | undefined, fallback: readonly string[], table?: string): OrderItem[] {
  const keys = sort ? [sort, ...fallback] : fallback;
  return keys.map((key) => {
    const column = key.replace(/^-/, '');
    return [
      column === 'name' ? byName(table ? `${table}.name` : column) : column,
      key === column ? 'ASC' : 'DESC NULLS LAST',
    ];
  });
}

/** A column of names as people sort them. */
export const byName = (column: string) => literal(nameOrder(User.sequelize, quoted(column)));

/** All conditions at once; none of them matches everything. */
export function allOf(conditions: readonly WhereOptions[]): WhereOptions {
  return conditions.length === 0 ? {} : { [Op.and]: [...conditions] };
}

/** Refuses to sort by what the caller may not see: the order alone would tell it. */
export function assertMaySortBy(sort: string | undefined, hidden: readonly string[]): void {
  if (sort === undefined || !hidden.includes(sort.replace(/^-/, ''))) return;
  throw new DomainError('FORBIDDEN', 'Only super admins may sort by this', { field: 'sort' });
}
