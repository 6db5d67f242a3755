import type { ProviderOutput, ProviderReorderInput } from '@ai-providers/contracts';

type Listed = Pick<ProviderOutput, 'publicId'>;

/**
 * Where to send a row for it to stand at `index` of its page, from 0; one less or more leads to the page before or
 * after. A neighbour on the page says it best: it holds when others have moved rows meanwhile.
 */
export function placeAt(
  rows: readonly Listed[],
  publicId: string,
  index: number,
  before: number,
): ProviderReorderInput {
  const others = rows.filter((row) => row.publicId !== publicId);
  if (before + index === 0) return { publicId, afterId: null };
  const after = index <= others.length ? others[index - 1] : undefined;
  return after ? { publicId, afterId: after.publicId } : { publicId, position: before + index + 1 };
}

/** The list as it will be; the same list where the row does not stay on this page. */
export function withMoved<List extends { items: Listed[] }>(
  list: List,
  move: ProviderReorderInput,
  before: number,
): List {
  const row = list.items.find(({ publicId }) => publicId === move.publicId);
  const others = list.items.filter((each) => each !== row);
  const index = indexOf(others, move, before);
  if (!row || index < 0 || index > others.length) return list;
  return { ...list, items: [...others.slice(0, index), row, ...others.slice(index)] };
}

/** Less than 0 for a place before this page, or one that cannot be told. */
function indexOf(others: readonly Listed[], move: ProviderReorderInput, before: number): number {
  if ('position' in move) return move.position - 1 - before;
  if (move.afterId === null) return -before;
  const after = others.findIndex(({ publicId }) => publicId === move.afterId);
  return after < 0 ? -1 : after + 1;
}
