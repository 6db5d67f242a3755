import i18next, { type BackendModule, type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { unlessLost, untilItComes } from '../files.js';
import { remember } from '../theme/appearance.js';
import { isolated } from './isolate.js';
import { directionOf, isLanguage, languages, type Language, type Namespace } from './languages.js';
import { currentStyle, localeOf } from './locale.js';

const storageKey = 'panel-language';
type Strings = Record<string, unknown>;
const firstFiles = import.meta.glob<Record<string, Strings>>('./{en,fa}/first.ts');
const files = import.meta.glob<Strings>(['./{en,fa}/*.json', '!./*/{auth,common,errors}.json'], { import: 'default' });

async function stringsOf(language: string, namespace: string): Promise<Strings> {
  const first = await firstFiles[`./${language}/first.ts`]?.();
  const strings = first?.[namespace] ?? (await files[`./${language}/${namespace}.json`]?.());
  if (!strings) throw new Error(`No strings ${language}/${namespace}`);
  return strings;
}

const lazyFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    void untilItComes(() => stringsOf(language, namespace)).then((strings) => done(null, strings));
  },
};

/** Everything that is filled into a sentence. The library's own knows the language and not the user's choice of digits. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, format, lng): string => {
    const language = isLanguage(lng) ? lng : 'en';
    if (format === 'number') return new Intl.NumberFormat(localeOf(currentStyle(language))).format(value as number); // so it is named
    return (typeof value === 'string' ? isolated(value, language) : value) as string; // the library turns others into text
  },
};

/** The one i18next instance, for code outside components. */
export const i18n = i18next;

/** Starts with the language that boot.js has set on <html>; resolves when the first strings are there. */
export async function startI18n(language = documentLanguage()): Promise<void> {
  await i18n
    .use(lazyFiles)
    .use(formatter)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['common', 'errors'],
      defaultNS: 'common',
      interpolation: { escapeValue: false, alwaysFormat: true }, // React escapes
      returnNull: false,
      react: { useSuspense: true },
    });
}

/** For route loaders, so that a page's strings come together with its code. @throws LostFile as its code does */
export async function loadStrings(...names: Namespace[]): Promise<void> {
  // Asked for here first: what `lazyFiles` reads for the library is waited for without an end.
  await unlessLost(() => Promise.all(names.map((name) => stringsOf(currentLanguage(), name))));
  await i18n.loadNamespaces(names);
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  remember(storageKey, language);
}

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

function documentLanguage(): Language {
  return isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'en';
}

export { directionOf, languages, type Language, type Namespace };
