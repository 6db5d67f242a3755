import { describe, expect, it } from 'vitest';
import { askedRange, bucketsOf, isPartial, monthStart } from './usage-range.js';

const today = '2026-11-25';

describe('askedRange', () => {
  it('counts whole days of UTC, today among them, and ends now', () => {
    expect(askedRange({}, today, 'gregorian')).toEqual({ from: '2026-10-27T00:00:00.000Z' });
    expect(askedRange({ range: '7d' }, today, 'gregorian')).toEqual({ from: '2026-11-19T00:00:00.000Z' });
    expect(askedRange({ range: 'today' }, today, 'jalali')).toEqual({ from: '2026-11-25T00:00:00.000Z' });
  });

  it('has the months of the calendar that is shown', () => {
    expect(askedRange({ range: 'month' }, today, 'gregorian')).toEqual({ from: '2026-11-01T00:00:00.000Z' });
    expect(askedRange({ range: 'month' }, today, 'jalali')).toEqual({ from: '2026-11-22T00:00:00.000Z' }); // ۱ آذر
    expect(askedRange({ range: 'last-month' }, today, 'gregorian')).toEqual({
      from: '2026-10-01T00:00:00.000Z',
      to: '2026-11-01T00:00:00.000Z',
    });
    expect(askedRange({ range: 'last-month' }, today, 'jalali')).toEqual({
      from: '2026-10-23T00:00:00.000Z', // ۱ آبان
      to: '2026-11-22T00:00:00.000Z',
    });
  });

  it('counts both days of a custom range, and ends now where the last is today', () => {
    const custom = { range: 'custom', from: '2026-02-27', to: '2026-03-01' } as const;
    expect(askedRange(custom, today, 'gregorian')).toEqual({
      from: '2026-02-27T00:00:00.000Z',
      to: '2026-03-02T00:00:00.000Z',
    });
    expect(askedRange({ ...custom, to: today }, today, 'gregorian').to).toBeUndefined();
  });

  it('is the usual one where the days of an address make none', () => {
    for (const days of [{}, { from: today }, { from: today, to: '2026-01-01' }])
      expect(askedRange({ range: 'custom', ...days }, today, 'gregorian')).toEqual(askedRange({}, today, 'gregorian'));
  });
});

describe('bucketsOf', () => {
  it('leaves out no hour, day or month', () => {
    const range = { from: '2026-01-31T10:30:00Z', to: '2026-03-01T00:00:00Z' };
    expect(bucketsOf(range, 'month')).toEqual(['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']);
    expect(bucketsOf(range, 'day')).toHaveLength(29);
    expect(bucketsOf({ ...range, to: '2026-01-31T12:00:00Z' }, 'hour')).toEqual([
      '2026-01-31T10:00:00.000Z',
      '2026-01-31T11:00:00.000Z',
    ]);
  });

  it('ends with one that is not over, or with one that is', () => {
    const from = '2026-01-01T00:00:00Z';
    expect(isPartial({ from, to: '2026-01-03T00:00:00Z' }, 'day')).toBe(false);
    expect(isPartial({ from, to: '2026-01-03T00:00:01Z' }, 'day')).toBe(true);
    expect(isPartial({ from, to: '2026-01-03T00:00:00Z' }, 'month')).toBe(true);
  });
});

describe('monthStart', () => {
  it('holds on the first and the last day', () => {
    expect(monthStart('2026-03-21', 'jalali')).toBe('2026-03-21'); // ۱ فروردین
    expect(monthStart('2026-03-20', 'jalali')).toBe('2026-02-20'); // ۲۹ اسفند
    expect(monthStart('2024-02-29', 'gregorian')).toBe('2024-02-01');
  });
});
