export const languages = ['en', 'fa'] as const;
export type Language = (typeof languages)[number];

/** Every file of strings has the same name in both languages. */
export const namespaces = ['common', 'auth', 'errors', 'providers', 'models', 'keys', 'frame', 'settings'] as const;
export type Namespace = (typeof namespaces)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'fa' ? 'rtl' : 'ltr';
}
