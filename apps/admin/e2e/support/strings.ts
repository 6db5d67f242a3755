import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Strings = { [key: string]: string | Strings };
const folder = join(import.meta.dirname, '../../src/i18n');

/** The panel's own words: `words('fa')('auth:setup.submit')`. A key that does not exist fails the journey. */
export function words(language: 'en' | 'fa') {
  const files = new Map<string, Strings>();
  return (path: string, values: Record<string, string> = {}): string => {
    const [namespace = '', key = ''] = path.split(':');
    const known =
      files.get(namespace) ??
      (JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), 'utf8')) as Strings);
    files.set(namespace, known);
    const found = key
      .split('.')
      .reduce<string | Strings | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), known);
    if (typeof found !== 'string') throw new Error(`There are no words for ${path} in ${language}`);
    return found.replace(/\{\{(\w+)[^}]*\}\}/g, (_whole, name: string) => values[name] ?? '');
  };
}
