/** Where the server writes what was used to a file, with the filters of the report. */
export function usageExport(name: 'usage' | 'requests', filters: Record<string, string | undefined>): string {
  const set = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/exports/${name}.csv?${new URLSearchParams(set).toString()}`;
}
