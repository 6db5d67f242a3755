import { appearance, type Appearance } from '../theme/appearance.js';
import type { Language } from './languages.js';

/** What a language and the user's choices make of every number and date. */
export interface Style {
  language: Language;
  calendar: 'gregorian' | 'jalali';
  digits: 'latin' | 'persian';
}

/** The choices of now. */
export function currentStyle(language: Language): Style {
  return styleOf(language, { calendar: appearance('calendar'), digits: appearance('digits') });
}

/** What is left to the language: Persian has Jalali dates and Persian digits. */
export function styleOf(language: Language, { calendar, digits }: Pick<Appearance, 'calendar' | 'digits'>): Style {
  const isPersian = language === 'fa';
  return {
    language,
    calendar: calendar === 'auto' ? (isPersian ? 'jalali' : 'gregorian') : calendar,
    digits: digits === 'auto' ? (isPersian ? 'persian' : 'latin') : digits,
  };
}

/** A locale for `Intl`. `base` is the region whose habits hold. */
export function localeOf({ language, calendar, digits }: Style, base = language === 'fa' ? 'fa-IR' : 'en-GB'): string {
  const numbers = digits === 'persian' ? 'arabext' : 'latn';
  return `${base}-u-ca-${calendar === 'jalali' ? 'persian' : 'gregory'}-nu-${numbers}`;
}
