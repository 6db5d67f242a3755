import { describe, expect, it } from 'vitest';
import { lastMonths, monthBefore } from './months.js';

describe('the months of the counts', () => {
  it('begin in UTC, also across the turn of a year', () => {
    expect(lastMonths(Date.parse('2027-02-28T23:59:59Z'), 4)).toEqual([
      '2026-11-01T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
      '2027-02-01T00:00:00.000Z',
    ]);
  });
  it('end where the count starts again', () => {
    expect(monthBefore('2027-01-01T00:00:00.000Z')).toBe('2026-12-01T00:00:00.000Z');
  });
});
