import { describe, expect, it } from 'vitest';
import { createUtcFmt } from './fmt-utc.js';

const english = createUtcFmt({ language: 'en', calendar: 'gregorian', digits: 'latin' });
const persian = createUtcFmt({ language: 'fa', calendar: 'jalali', digits: 'persian' });

describe('dates in UTC', () => {
  it('keep the day of the server wherever they are read', () => {
    expect(english.date('2026-11-23T00:00:00Z')).toBe('23 November 2026');
    expect(persian.date('2026-11-23T23:59:59Z')).toBe('۲ آذر ۱۴۰۵');
    expect(persian.moment('2026-11-23T09:00:00Z')).toBe('۲ آذر ۱۴۰۵، ساعت ۰۹:۰۰');
  });

  it('are short beside an axis', () => {
    expect(english.bucket('day')('2026-11-23T00:00:00Z', 'short')).toBe('23 Nov');
    expect(persian.bucket('day')('2026-11-23T00:00:00Z', 'short')).toBe('۲ آذر');
    expect(english.bucket('hour')('2026-11-23T14:00:00Z', 'short')).toBe('14:00');
    expect(english.bucket('hour')('2026-11-23T00:00:00Z', 'short')).toBe('23 Nov');
    expect(english.bucket('month')('2026-11-01T00:00:00Z', 'short')).toBe('Nov 26');
  });

  it('name the months that the server counts by, which are Gregorian', () => {
    expect(english.bucket('month')('2026-11-01T00:00:00Z', 'long')).toBe('November 2026');
    expect(persian.bucket('month')('2026-11-01T00:00:00Z', 'long')).toBe('نوامبر ۲۰۲۶');
  });

  it('have no era in English', () => {
    const jalali = createUtcFmt({ language: 'en', calendar: 'jalali', digits: 'latin' });
    expect(jalali.date('2026-11-23T00:00:00Z')).toContain('1405');
    expect(jalali.date('2026-11-23T00:00:00Z')).not.toContain('AP');
  });
});
