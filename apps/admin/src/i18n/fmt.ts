import { useTranslation } from 'react-i18next';
import { appearance, useAppearance, type Appearance } from '../theme/appearance.js';
import { serverNow } from './clock.js';
import { i18n } from './index.js';
import { isLanguage, type Language } from './languages.js';
import { localeOf, styleOf } from './locale.js';

type Instant = string | Date;
type Choice = Pick<Appearance, 'calendar' | 'digits'>;
export type Fmt = ReturnType<typeof createFmt>;

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Every date and number that is shown, in one language, calendar and kind of digits. */
export function createFmt(language: Language, choice: Partial<Choice> = {}) {
  const style = styleOf(language, { calendar: 'auto', digits: 'auto', ...choice });
  const formats = formatsOf(language, style);
  const inUtc = dayAndTime(localeOf(style), 'UTC');

  return {
    ...style,
    number: (value: number | string | bigint) => formats.number().format(exact(value)),
    compact: (value: number | string | bigint) => formats.compact().format(exact(value)),
    /** Below ten per cent with one decimal: four errors in a thousand are not none. */
    percent: (fraction: number) =>
      (Math.abs(fraction) < 0.1 ? formats.smallPercent : formats.percent)().format(fraction),
    /** US dollars from a decimal string, which is never turned into a float. */
    money: (value: string) => formats.money().format(exact(value)),
    time: (instant: Instant) => formats.time().format(new Date(instant)),
    date: (instant: Instant, zone?: 'UTC') => withoutEra((zone ? inUtc : formats).date(), new Date(instant)),
    absolute: (instant: Instant, zone?: 'UTC') => {
      const at = new Date(instant);
      const { date, time } = zone ? inUtc : formats;
      // One formatter for both parts puts a Latin comma between Persian words.
      const text = `${withoutEra(date(), at)}${language === 'fa' ? '، ساعت ' : ', '}${time().format(at)}`;
      return zone ? `${text} ${zone}` : text;
    },
    monthYear: (instant: Instant) => monthYear(formats.month(), new Date(instant)),
    relative: (instant: Instant, now = serverNow()) => relative(formats.relative(), new Date(instant), now),
    compare: (one: string, other: string) => formats.collator().compare(one, other),
  };
}

function formatsOf(language: Language, style: ReturnType<typeof styleOf>) {
  const locale = localeOf(style);
  return {
    number: once(() => new Intl.NumberFormat(locale)),
    compact: once(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })),
    percent: once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })),
    smallPercent: once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })),
    money: once(
      () =>
        new Intl.NumberFormat(language === 'fa' ? locale : localeOf(style, 'en-US'), {
          style: 'currency',
          currency: 'USD',
          minimumFractionDigits: 2,
          maximumFractionDigits: 6,
        }),
    ),
    ...dayAndTime(locale),
    month: once(() => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long' })),
    relative: once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })),
    collator: once(() => new Intl.Collator(language, { numeric: true })),
  };
}

function dayAndTime(locale: string, timeZone?: 'UTC') {
  return {
    date: once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })),
    time: once(
      () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
    ),
  };
}

/** Makes a formatter when it is first used: each takes a browser a while, and a page needs two or three of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** `format` reads a decimal string to its last digit; the types allow only literal ones. */
function exact(value: number | string | bigint): number | bigint | Intl.StringNumericLiteral {
  return value as number | bigint | Intl.StringNumericLiteral; // a count or price that the server wrote
}

/** English adds the era to a Jalali year: "AP" tells nobody anything. */
function withoutEra(format: Intl.DateTimeFormat, at: Date): string {
  const parts = format.formatToParts(at).filter(({ type }) => type !== 'era');
  return parts
    .map(({ value }) => value)
    .join('')
    .trim();
}

function monthYear(format: Intl.DateTimeFormat, at: Date): string {
  // The Persian pattern puts the year first; month and year is how it is said.
  const parts = format.formatToParts(at);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('month')} ${part('year')}`;
}

function relative(format: Intl.RelativeTimeFormat, at: Date, now: number): string {
  const seconds = Math.round((at.getTime() - now) / 1000);
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'second');
}

const made = new Map<string, Fmt>();

/** The formats of now, for code outside components. */
export function currentFmt(): Fmt {
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const choice = { calendar: appearance('calendar'), digits: appearance('digits') };
  const key = [language, ...Object.values(choice)].join(' ');
  const known = made.get(key) ?? createFmt(language, choice);
  made.set(key, known);
  return known;
}

/** The formats of now; a component that uses it is shown anew when the language or a choice changes. */
export function useFmt(): Fmt {
  useTranslation();
  useAppearance('calendar');
  useAppearance('digits');
  return currentFmt();
}
