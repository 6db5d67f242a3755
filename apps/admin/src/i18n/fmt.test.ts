import { afterEach, describe, expect, it } from 'vitest';
import { setAppearance } from '../theme/appearance.js';
import { createFmt, currentFmt } from './fmt.js';
import { i18n, startI18n } from './index.js';

const en = createFmt('en');
const fa = createFmt('fa');
const noon = '2026-11-23T12:00:00Z';

describe('fmt in Persian', () => {
  it('writes Jalali dates in Persian digits', () => {
    expect(fa.date(noon)).toBe('۲ آذر ۱۴۰۵');
  });
  it('joins date and time with Persian words, not with a Latin comma', () => {
    expect(fa.absolute(noon)).toMatch(/^۲ آذر ۱۴۰۵، ساعت [۰-۹]{2}:[۰-۹]{2}$/);
  });
  it('puts the month before the year', () => {
    expect(fa.monthYear(noon)).toBe('آذر ۱۴۰۵');
  });
  it('writes numbers, short numbers and per cent in Persian digits', () => {
    expect([fa.number(1_284_300), fa.compact(1_300_000), fa.percent(0.73)]).toEqual([
      '۱٬۲۸۴٬۳۰۰',
      '۱٫۳\u00a0میلیون',
      '۷۳٪',
    ]);
  });
  it('writes prices in Persian digits', () => {
    expect(fa.money('2.500000')).toContain('۲٫۵۰');
  });
  it('sorts by the Persian alphabet', () => {
    expect(['ی', 'ک', 'آ', 'پ', 'ب'].sort(fa.compare)).toEqual(['آ', 'ب', 'پ', 'ک', 'ی']);
  });
});

describe('fmt in English', () => {
  it('keeps every digit of a decimal price', () => {
    expect([en.money('2.500000'), en.money('0.000001'), en.money('9999.999999')]).toEqual([
      '$2.50',
      '$0.000001',
      '$9,999.999999',
    ]);
  });
  it.each([
    [0, '0%'],
    [0.004, '0.4%'],
    [0.05, '5%'],
    [0.0333, '3.3%'],
    [-0.012, '-1.2%'],
    [0.256, '26%'],
  ])('writes %d as %s', (fraction, text) => {
    expect(en.percent(fraction)).toBe(text);
  });
  it('writes a count beyond 2^53 to its last digit', () => {
    expect(en.number('9007199254740993')).toBe('9,007,199,254,740,993');
  });
  it('says how long ago something was in the largest whole unit', () => {
    const now = Date.parse(noon);
    const ago = (seconds: number) => en.relative(new Date(now - seconds * 1000), now);
    expect([ago(20), ago(61), ago(7300), ago(86_400)]).toEqual(['now', '1 minute ago', '2 hours ago', 'yesterday']);
  });
});

describe('fmt by choice', () => {
  it('writes Jalali dates in English, without an era', () => {
    const jalali = createFmt('en', { calendar: 'jalali' });
    expect([jalali.date(noon), jalali.monthYear(noon)]).toEqual(['2 Azar 1405', 'Azar 1405']);
  });
  it('writes Gregorian dates in Persian', () => {
    expect(createFmt('fa', { calendar: 'gregorian' }).date(noon)).toBe('۲۳ نوامبر ۲۰۲۶');
  });
  it('writes everything in the chosen digits', () => {
    const latin = createFmt('fa', { digits: 'latin' });
    const persian = createFmt('en', { digits: 'persian' });
    const all = ({ date, number, money, percent, relative }: typeof latin) =>
      [date(noon), number(1234), money('2.5'), percent(0.73), relative(noon, Date.parse(noon) + 3 * 86_400_000)].join();
    expect(all(latin)).not.toMatch(/[۰-۹]/);
    expect(all(persian)).not.toMatch(/\d/);
  });
});

describe('the formats of now', () => {
  afterEach(() => {
    setAppearance('calendar', 'auto');
    setAppearance('digits', 'auto');
  });

  it('follow the language where nothing was chosen, and the choice where something was', async () => {
    await startI18n('fa');
    expect(currentFmt().date(noon)).toBe('۲ آذر ۱۴۰۵');
    setAppearance('calendar', 'gregorian');
    setAppearance('digits', 'latin');
    expect(currentFmt().date(noon)).toBe('23 نوامبر 2026');
    expect(i18n.t('form.textPlace', { line: 12, column: 3 })).toContain('12');
  });
});
