import type { CatalogueEntry } from '@ai-providers/contracts';

export type Group = CatalogueEntry['groups'][number] | 'all';

interface Asked {
  search: string | undefined;
  group: Group;
}

/** The entries of a group; a search goes through all of them. */
export function pick(entries: readonly CatalogueEntry[], { search, group }: Asked, lineOf: (kind: string) => string) {
  const wanted = plain(search ?? '');
  if (wanted !== '')
    return entries.filter(({ kind, name }) => [kind, name, lineOf(kind)].some((text) => plain(text).includes(wanted)));
  return entries.filter(({ groups }) => group === 'all' || groups.includes(group));
}

/** As people type it: small letters, Persian ones for Arabic, no marks that only shape a word. */
const plain = (text: string) =>
  text.toLowerCase().replaceAll('ي', 'ی').replaceAll('ك', 'ک').replaceAll('\u200c', '').replaceAll(' ', '').trim();
