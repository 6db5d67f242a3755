import { useEffect, useState } from 'react';
import { currentLanguage, i18n, languages, type Language } from '../i18n/index.js';

/**
 * Loads what the panel says in its other language, for who looks for something by that name.
 * @returns finds a sentence's twins, once they are there
 */
export function useOtherLanguage(): (sentence: string) => string[] {
  const other = languages.find((language) => language !== currentLanguage());
  const [known, setKnown] = useState<Language>();
  useEffect(() => {
    if (!other) return;
    i18n.loadLanguages(other).then(
      () => setKnown(other),
      () => undefined, // the names of this language still do
    );
  }, [other]);
  return (sentence) => (known === undefined ? [] : twinsOf(sentence, known));
}

/** The same sentence in another language, by its place among the strings; what was filled into it is left out. */
export function twinsOf(sentence: string, other: Language): string[] {
  const theirs = new Map(stringsOf(other));
  return stringsOf(currentLanguage())
    .filter(([, text]) => isMadeOf(sentence, text))
    .flatMap(([key]) => theirs.get(key)?.replace(filled, '') ?? []);
}

const filled = /\{\{[^}]*\}\}/g;

function isMadeOf(sentence: string, text: string): boolean {
  const parts = text.split(filled).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const says = parts.some((part) => /\p{L}/u.test(part));
  return says && new RegExp(`^${parts.join('.+')}$`).test(sentence);
}

function stringsOf(language: Language): Array<[key: string, text: string]> {
  const found: Array<[string, string]> = [];
  const walk = (node: unknown, key: string) => {
    if (typeof node === 'string') found.push([key, node]);
    else for (const [name, child] of Object.entries(node as object)) walk(child, `${key}.${name}`); // JSON: text or more of it
  };
  walk(i18n.getDataByLanguage(language) ?? {}, '');
  return found;
}
