import type { UsageSeries, UsageSeriesInput } from '@ai-providers/contracts';
import { DomainError } from '../errors.js';

/** From one moment up to, but without, another. */
export interface UsageRange {
  from: Date;
  to: Date;
}
export type UsageGrain = UsageSeries['grain'];

/** Where a range passes from single requests to whole hours, to whole days, and back. */
export interface UsageBounds extends UsageRange {
  hourFrom: Date;
  dayFrom: Date;
  dayTo: Date;
  hourTo: Date;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const usualDays = 30;
/** A day's buckets for three years; a month's are few however long the range. */
const maxDays: Partial<Record<UsageGrain, number>> = { hour: 31, day: 3 * 365 + 1 };

// PostgreSQL refuses what its columns could not hold; before 1970 nothing was counted.
const momentOf = (iso: string) => new Date(Math.max(0, Date.parse(iso)));

/** The range that is asked for; the last 30 days by default. @throws DomainError `RANGE_EMPTY` */
export function rangeOf(asked: { from?: string | undefined; to?: string | undefined }, now: Date): UsageRange {
  const to = asked.to === undefined ? now : momentOf(asked.to);
  const from = asked.from === undefined ? new Date(to.getTime() - usualDays * dayMs) : momentOf(asked.from);
  if (from < to) return { from, to };
  throw new DomainError('RANGE_EMPTY', 'The range ends before it begins: `from` must lie before `to`', {
    field: 'from',
  });
}

/** The length of a series' buckets. @throws DomainError `RANGE_TOO_LONG` */
export function grainOf({ from, to }: UsageRange, asked: UsageSeriesInput['grain']): UsageGrain {
  const days = (to.getTime() - from.getTime()) / dayMs;
  if (asked === 'auto') return days <= 2 ? 'hour' : days <= 92 ? 'day' : 'month';
  const max = maxDays[asked];
  if (max === undefined || days <= max) return asked;
  throw new DomainError(
    'RANGE_TOO_LONG',
    `At most ${max} days by the ${asked}: take a shorter range or a longer grain`,
    {
      field: 'from',
      params: { max },
    },
  );
}

/** The range as it can be counted: where the ledger has been pruned, by whole hours. */
export function countable({ from, to }: UsageRange, rawFrom: Date | null): UsageRange {
  if (!rawFrom) return { from, to };
  return { from: from < rawFrom ? down(from, hourMs) : from, to: to < rawFrom ? up(to, hourMs) : to };
}

/** The range of the same length that ends where this one begins. */
export function periodBefore({ from, to }: UsageRange): UsageRange {
  return { from: new Date(Math.max(0, 2 * from.getTime() - to.getTime())), to: from };
}

/** Takes as much as can be from the longest sums: days where buckets are no shorter, hours, and single requests at the ends. */
export function boundsOf({ from, to }: UsageRange, grain: UsageGrain | null): UsageBounds {
  const [hourFrom, hourTo] = within({ from, to }, hourMs);
  const [dayFrom, dayTo] = grain === 'hour' ? [hourTo, hourTo] : within({ from: hourFrom, to: hourTo }, dayMs);
  return { from, hourFrom, dayFrom, dayTo, hourTo, to };
}

/** The whole units inside of a range; where there is none, the empty range at its end. */
function within({ from, to }: UsageRange, unitMs: number): [Date, Date] {
  const [first, last] = [up(from, unitMs), down(to, unitMs)];
  return first < last ? [first, last] : [to, to];
}

// Every hour and day in UTC is of the same length, counted from 1970.
const down = (moment: Date, unitMs: number) => new Date(Math.floor(moment.getTime() / unitMs) * unitMs);
const up = (moment: Date, unitMs: number) => new Date(Math.ceil(moment.getTime() / unitMs) * unitMs);
