import { filterOf, type ModelsSearch } from './useModelsSearch.js';

/** Where the server writes the list as a file, narrowed and ordered as it is shown. */
export function exportAddress(search: ModelsSearch): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filterOf(search), sort: search.sort })) {
    for (const each of [value].flat()) if (each !== undefined) params.append(name, String(each));
  }
  const text = params.toString();
  return text === '' ? '/exports/models.csv' : `/exports/models.csv?${text}`;
}
