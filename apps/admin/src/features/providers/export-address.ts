import type { ProviderFilter } from '@ai-providers/contracts';
import type { Selection } from '../../components/selection.js';

/** As many ids as fit into an address. */
const maxIds = 200;

/** The file with the selected providers; null where it would take too many ids to name them. */
export function exportAddress(
  { matching, rows }: Pick<Selection, 'matching' | 'rows'>,
  filter: ProviderFilter,
): string | null {
  const entries = Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]);
  if (matching !== null) return `/exports/providers.csv?${new URLSearchParams(entries).toString()}`;
  if (rows.length > maxIds) return null;
  return `/exports/providers.csv?ids=${rows.map(({ id }) => id).join(',')}`;
}
