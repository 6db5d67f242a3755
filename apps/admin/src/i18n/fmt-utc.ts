import { currentFmt, useFmt } from './fmt.js';
import { localeOf, type Style } from './locale.js';

export type Grain = 'hour' | 'day' | 'month';

/**
 * Dates of what is counted in UTC, in UTC: in local time the days of the server would begin in the middle of ours. Its
 * months are Gregorian in any calendar.
 */
export function createUtcFmt(style: Style) {
  const format = (options: Intl.DateTimeFormatOptions, of: Style = style) => {
    const made = new Intl.DateTimeFormat(localeOf(of), { timeZone: 'UTC', ...options });
    return (iso: string) => withoutEra(made, iso);
  };
  const gregorian: Style = { ...style, calendar: 'gregorian' };
  const hour = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayMonth = format({ day: 'numeric', month: 'short' });
  const date = format({ dateStyle: 'long' });
  const month = parts({ year: 'numeric', month: 'long' }, gregorian);
  const shortMonth = parts({ year: '2-digit', month: 'short' }, gregorian);
  // One formatter for both parts puts a Latin comma between Persian words.
  const moment = (iso: string) => `${date(iso)}${style.language === 'fa' ? '، ساعت ' : ', '}${hour(iso)}`;
  const forms = {
    hour: { short: (iso: string) => (isMidnight(iso) ? dayMonth(iso) : hour(iso)), long: moment },
    day: { short: dayMonth, long: date },
    month: { short: shortMonth, long: month },
  };
  return { date, moment, bucket: (grain: Grain) => (iso: string, form: 'short' | 'long') => forms[grain][form](iso) };
}
export type UtcFmt = ReturnType<typeof createUtcFmt>;

const isMidnight = (iso: string) => iso.slice(11, 16) === '00:00';

/** English adds the era to a Jalali year: "AP" tells nobody anything. */
function withoutEra(format: Intl.DateTimeFormat, iso: string): string {
  const shown = format.formatToParts(new Date(iso)).filter(({ type }) => type !== 'era');
  return shown
    .map(({ value }) => value)
    .join('')
    .trim();
}

/** The Persian pattern puts the year first; month and year is how it is said. */
function parts(options: Intl.DateTimeFormatOptions, style: Style) {
  const format = new Intl.DateTimeFormat(localeOf(style), { timeZone: 'UTC', ...options });
  return (iso: string) => {
    const found = format.formatToParts(new Date(iso));
    const part = (wanted: string) => found.find(({ type }) => type === wanted)?.value ?? '';
    return `${part('month')} ${part('year')}`;
  };
}

const made = new Map<string, UtcFmt>();

/** The formats of now; a component that uses it is shown anew when the language or a choice changes. */
export function useUtcFmt(): UtcFmt {
  useFmt();
  const { language, calendar, digits } = currentFmt();
  const key = `${language} ${calendar} ${digits}`;
  const known = made.get(key) ?? createUtcFmt({ language, calendar, digits });
  made.set(key, known);
  return known;
}
