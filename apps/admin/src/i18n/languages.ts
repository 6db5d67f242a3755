export const languages = ['en', 'fa'] as const;
export type Language = (typeof languages)[number];

/** Every file of strings has the same name in both languages. */
export const namespaces = [
  'common',
  'auth',
  'dashboard',
  'errors',
  'export',
  'providers',
  'provider',
  'catalogue',
  'models',
  'keys',
  'frame',
  'settings',
  'admins',
  'tokens',
  'audit',
  'usage',
  'setup',
] as const;
export type Namespace = (typeof namespaces)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'fa' ? 'rtl' : 'ltr';
}
