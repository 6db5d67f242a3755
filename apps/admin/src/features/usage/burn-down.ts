import type { UsageSeries } from '@ai-providers/contracts';
import { bucketsOf, monthStart, plusDays, utcDay } from './usage-range.js';

const dayMs = 86_400_000;

/** A month against its limit. */
export interface BurnDown {
  /** The days of the month, the coming ones included. */
  days: string[];
  /** Requests up to the end of each day; null where the day has not begun. */
  used: Array<number | null>;
  /** Where the limit would be used up evenly. */
  pace: number[];
  /** When the limit is reached if it goes on so; null where the month ends first. */
  reachedAt: string | null;
  /** Requests at the end of the month if it goes on so. */
  expected: number;
}

/** @param answer requests of this calendar month in UTC, by the day, without groups */
export function burnDownOf(answer: UsageSeries, limit: number): BurnDown {
  const first = monthStart(utcDay(answer.to), 'gregorian');
  const end = monthStart(plusDays(first, 31), 'gregorian');
  const [start, stop, now] = [Date.parse(first), Date.parse(end), Date.parse(answer.to)];
  const days = bucketsOf({ from: new Date(start).toISOString(), to: new Date(stop).toISOString() }, 'day');
  const perDay = new Map(answer.series[0]?.points.map(({ at, requests }) => [Date.parse(at), Number(requests)]));
  let sum = 0;
  const used = days.map((day) => {
    sum += perDay.get(Date.parse(day)) ?? 0;
    return Date.parse(day) < now ? sum : null;
  });
  const perMs = sum / Math.max(1, now - start);
  const expected = Math.round(perMs * (stop - start));
  const reachedAt =
    sum > 0 && expected >= limit ? new Date(Math.max(start + limit / perMs, start)).toISOString() : null;
  const pace = days.map((day) => Math.round((limit * (Date.parse(day) + dayMs - start)) / (stop - start)));
  return { days, used, pace, reachedAt, expected };
}
