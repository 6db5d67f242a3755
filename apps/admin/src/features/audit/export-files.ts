import { filtersOf, type AuditSearch } from './useAuditSearch.js';

/** Where the server writes the list to a file, with the filters that are on. */
export function exportFiles(search: AuditSearch): Record<'csv' | 'jsonl', string> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries<string | string[] | undefined>(filtersOf(search)))
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) params.append(name, each);
  const query = params.toString();
  const rest = query === '' ? '' : `?${query}`;
  return { csv: `/exports/audit.csv${rest}`, jsonl: `/exports/audit.jsonl${rest}` };
}
