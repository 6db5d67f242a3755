import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorReasons, fieldReasons } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { glossary } from './glossary.js';
import { languages, namespaces } from './languages.js';

const files = import.meta.glob<Record<string, unknown>>('./{en,fa}/*.json', { import: 'default', eager: true });

function strings(language: string, namespace: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (typeof node === 'string') found.set(path, node);
    else for (const [key, child] of Object.entries(node as object)) walk(child, path === '' ? key : `${path}.${key}`); // JSON: a string or an object
  };
  walk(files[`./${language}/${namespace}.json`], '');
  return found;
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^},]+).*?\}\}|<\/?(\w+)>/g)].map((match) => match[1] ?? match[2]).sort();

describe.each(namespaces)('strings of %s', (namespace) => {
  const en = strings('en', namespace);
  const fa = strings('fa', namespace);

  it('have the same keys in both languages', () => {
    expect([...fa.keys()].sort()).toEqual([...en.keys()].sort());
  });
  it('have the same placeholders in both languages', () => {
    for (const [key, text] of en) expect(placeholders(fa.get(key) ?? ''), key).toEqual(placeholders(text));
  });
  it('are never empty', () => {
    for (const text of [...en.values(), ...fa.values()]) expect(text.trim()).not.toBe('');
  });
  it('use Persian letters in Persian, not their Arabic look-alikes', () => {
    for (const [key, text] of fa) expect(text, key).not.toMatch(/[يك٠-٩]/);
  });
});

describe('styles', () => {
  const folder = join(import.meta.dirname, '..');
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  // In a property or as a value; the name of a class or a variable may have it.
  const physical = /(?<![\w-])(?:[a-z]+-)*(?:left|right)(?:-[a-z]+)*\s*:|:[^;{}]*(?<![\w-])(?:left|right)(?![\w-])/;

  it('say start and end, never left and right: Persian begins on the other side', () => {
    expect(sheets.length).toBeGreaterThan(40);
    expect(sheets.filter((file) => physical.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  });
  it.each(['margin-left: 0', 'left: 1px', 'text-align: right', 'border-left-width: 0'])('do not say %s', (line) => {
    expect(`.a { ${line}; }`).toMatch(physical);
  });
});

describe.each(languages)('errors in %s', (language) => {
  const errors = strings(language, 'errors');

  it.each(errorReasons)('say %s', (reason) => {
    expect(errors.has(`reason.${reason}`)).toBe(true);
  });
  it.each(fieldReasons)('say %s beside a field', (reason) => {
    expect(errors.has(`field.${reason}`)).toBe(true);
  });
});

describe('the glossary', () => {
  const all = namespaces.flatMap((namespace) => {
    const fa = strings('fa', namespace);
    return Array.from(strings('en', namespace), ([key, en]) => ({
      key: `${namespace}:${key}`,
      en,
      fa: fa.get(key) ?? '',
    }));
  });

  it.each(glossary)('says $fa for $en', ({ en, fa, not }) => {
    // A word is plural, or the end of a longer one, in many a sentence; a placeholder is none.
    const named = new RegExp(`(?<![\\w{<-])${en.replace(/y$/, '(?:y|ies)')}(?:s|es)?(?![\\w}>:-])`, 'i');
    const sentences = all.filter((one) => named.test(one.en));
    expect(sentences.filter((one) => !fa.some((word) => one.fa.includes(word)))).toEqual([]);
    expect(all.filter((one) => not.some((word) => one.fa.includes(word)))).toEqual([]);
    expect(sentences.length, 'a term that no string has is no use').toBeGreaterThan(0);
  });

  it('has about forty terms, each once', () => {
    expect(glossary.length).toBeGreaterThanOrEqual(40);
    expect(new Set(glossary.map(({ en }) => en)).size).toBe(glossary.length);
  });
});
