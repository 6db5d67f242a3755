import { col, fn, Op, where, type OrderItem, type WhereOptions } from 'sequelize';
import { DomainError } from '../errors.js';

// Arabic letters that Persian keyboards and Persian texts write differently.
const arabic = 'يىكةأإآؤ';
const persian = 'ییکهاااو';

/** Matches rows in which one of the columns contains `term`; `%` and `_` are letters like any other. */
export function contains(columns: readonly string[], term: string): WhereOptions {
  const letters = [...term].map((letter) => persian[arabic.indexOf(letter)] ?? letter).join('');
  const pattern = `%${letters.replace(/[\\%_]/g, '\\$&')}%`;
  return {
    [Op.or]: columns.map((column) => where(fn('translate', col(column), arabic, persian), { [Op.iLike]: pattern })),
  };
}

/** `-name` → name descending; then the fallback, so that pages never overlap. */
export function orderBy(sort: string | undefined, fallback: readonly string[]): OrderItem[] {
  const keys = sort ? [sort, ...fallback] : fallback;
  return keys.map((key) => (key.startsWith('-') ? [key.slice(1), 'DESC NULLS LAST'] : [key, 'ASC']));
}

/** All conditions at once; none of them matches everything. */
export function allOf(conditions: readonly WhereOptions[]): WhereOptions {
  return conditions.length === 0 ? {} : { [Op.and]: [...conditions] };
}

/** Refuses to sort by what the caller may not see: the order alone would tell it. */
export function assertMaySortBy(sort: string | undefined, hidden: readonly string[]): void {
  if (sort === undefined || !hidden.includes(sort.replace(/^-/, ''))) return;
  throw new DomainError('FORBIDDEN', 'Only super admins may sort by this', { field: 'sort' });
}
