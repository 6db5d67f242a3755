import { normaliseSearch } from '../i18n/digits.js';

// Loaded as the panel itself loads them: what is imported in two ways becomes a file more for every first load.
const [en, enFrame, fa, faFrame] = await Promise.all([
  import('../i18n/en/first.js'),
  import('../i18n/en/frame.json'),
  import('../i18n/fa/first.js'),
  import('../i18n/fa/frame.json'),
]);
const both = [
  { common: en.common, frame: enFrame.default },
  { common: fa.common, frame: faFrame.default },
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
