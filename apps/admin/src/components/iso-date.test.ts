import { describe, expect, it } from 'vitest';
import { endOfDay, isoDateOf, startOfDay } from './iso-date.js';

describe('a day', () => {
  it.each(['2026-01-01', '2026-03-29', '2026-10-25', '2028-02-29', '2026-12-31'])(
    '%s begins and ends on itself',
    (day) => {
      expect([isoDateOf(startOfDay(day)), isoDateOf(endOfDay(day))]).toEqual([day, day]);
      expect(isoDateOf(new Date(startOfDay(day).getTime() - 1))).not.toBe(day);
      expect(isoDateOf(new Date(endOfDay(day).getTime() + 1000))).not.toBe(day);
    },
  );
});
