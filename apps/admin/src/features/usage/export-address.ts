/** Where the server writes a list to a file, with the list's own filters. */
export function exportAddress(name: 'usage' | 'requests', filters: Record<string, string | undefined>): string {
  const set = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/exports/${name}.csv?${new URLSearchParams(set).toString()}`;
}
