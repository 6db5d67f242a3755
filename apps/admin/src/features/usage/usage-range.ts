import type { IsoDate } from '../../components/iso-date.js';
import type { UsageSearch } from './usage-search.js';

const dayMs = 86_400_000;
type Calendar = 'gregorian' | 'jalali';
export type Grain = 'hour' | 'day' | 'month';

/** As requests have it: from one moment up to, but without, another; without `to` up to now. */
export interface AskedRange {
  from: string;
  to?: string;
}

/** The range that an address names, in whole days of UTC, as the server counts. */
export function askedRange({ range, from, to }: UsageSearch, today: IsoDate, calendar: Calendar): AskedRange {
  if (range === 'custom' && from !== undefined && to !== undefined && from <= to)
    return { from: midnight(from), ...(to < today && { to: midnight(plusDays(to, 1)) }) };
  const firstOfMonth = monthStart(today, calendar);
  if (range === 'month') return { from: midnight(firstOfMonth) };
  if (range === 'last-month')
    return { from: midnight(monthStart(plusDays(firstOfMonth, -1), calendar)), to: midnight(firstOfMonth) };
  const days = range === 'today' ? 1 : range === '7d' ? 7 : 30;
  return { from: midnight(plusDays(today, 1 - days)) };
}

/** The day in UTC. */
export const utcDay = (at: number | string): IsoDate => new Date(at).toISOString().slice(0, 10);

const midnight = (day: IsoDate) => `${day}T00:00:00.000Z`;

export const plusDays = (day: IsoDate, days: number): IsoDate => utcDay(Date.parse(midnight(day)) + days * dayMs);

/** The first day of the month that a day is in. */
export function monthStart(day: IsoDate, calendar: Calendar): IsoDate {
  const locale = `en-u-ca-${calendar === 'jalali' ? 'persian' : 'gregory'}-nu-latn`;
  const dayOfMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(midnight(day)),
  );
  return plusDays(day, 1 - Number(dayOfMonth));
}

/** Every bucket of a range, also those without a request. */
export function bucketsOf({ from, to }: { from: string; to: string }, grain: Grain): string[] {
  const buckets: string[] = [];
  for (let at = startOf(from, grain); at < Date.parse(to); at = nextOf(at, grain))
    buckets.push(new Date(at).toISOString());
  return buckets;
}

/** Whether the range ends before its last bucket does. */
export function isPartial({ from, to }: { from: string; to: string }, grain: Grain): boolean {
  const last = bucketsOf({ from, to }, grain).at(-1);
  return last !== undefined && Date.parse(to) < nextOf(Date.parse(last), grain);
}

const stepMs = { hour: 3_600_000, day: dayMs } as const;

function startOf(iso: string, grain: Grain): number {
  const at = Date.parse(iso);
  if (grain === 'month') return Date.parse(midnight(monthStart(utcDay(at), 'gregorian')));
  return at - (at % stepMs[grain]);
}

function nextOf(at: number, grain: Grain): number {
  if (grain !== 'month') return at + stepMs[grain];
  return Date.parse(midnight(monthStart(plusDays(utcDay(at), 31), 'gregorian')));
}
