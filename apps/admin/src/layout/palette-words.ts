import enCommon from '../i18n/en/common.json';
import enFrame from '../i18n/en/frame.json';
import faCommon from '../i18n/fa/common.json';
import faFrame from '../i18n/fa/frame.json';
import { normaliseSearch } from '../i18n/digits.js';

const both = [
  { common: enCommon, frame: enFrame },
  { common: faCommon, frame: faFrame },
];

/** One name in both languages: whoever reads Persian may know a page by its English name, and the reverse. */
export function inBoth(read: (words: (typeof both)[number]) => string): string[] {
  return both.map(read);
}

/** Whether each word that was typed begins or stands in one of these names. */
export function isMeant(query: string, names: readonly string[]): boolean {
  const known = normaliseSearch(names.join(' '));
  return normaliseSearch(query)
    .split(' ')
    .every((word) => known.includes(word));
}
