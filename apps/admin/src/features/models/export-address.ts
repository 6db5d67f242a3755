import type { ModelFilter } from '@ai-providers/contracts';
import type { Selection } from '../../components/selection.js';
import type { ModelsSearch } from './models-address.js';
import { filterOf } from './useModelsSearch.js';

/** As many ids as fit into an address. */
const maxIds = 200;

/** Where the server writes the list as a file, narrowed and ordered as it is shown. */
export function exportAddress(search: ModelsSearch): string {
  return fileOf({ ...filterOf(search), sort: search.sort });
}

/** The file with the selected models; null where it would take too many ids to name them. */
export function selectionAddress(
  { matching, rows }: Pick<Selection, 'matching' | 'rows'>,
  filter: ModelFilter,
): string | null {
  if (matching !== null) return fileOf(filter);
  return rows.length > maxIds ? null : `/exports/models.csv?ids=${rows.map(({ id }) => id).join(',')}`;
}

function fileOf(filter: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const each of [value].flat()) if (each !== undefined) params.append(name, String(each));
  }
  const text = params.toString();
  return text === '' ? '/exports/models.csv' : `/exports/models.csv?${text}`;
}
