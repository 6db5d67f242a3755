import type { Fmt } from './fmt.js';
import { localeOf } from './locale.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the zone of this browser is called at a moment, which in summer is another name in many places. */
export function zoneName(fmt: Fmt, iso: string): string {
  const locale = localeOf(fmt);
  const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { timeZoneName: 'long' });
  formats.set(locale, format);
  const parts = format.formatToParts(new Date(iso));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
