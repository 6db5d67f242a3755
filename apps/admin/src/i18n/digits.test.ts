import { describe, expect, it } from 'vitest';
import { integerOf, normaliseSearch, numberText, toAsciiDigits } from './digits.js';

describe('digits', () => {
  it('turns Persian and Arabic digits into ASCII', () => {
    expect(toAsciiDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩')).toBe('0123456789 0123456789');
  });
  it('reads a Persian number with its decimal and thousands marks', () => {
    expect(numberText('۱٬۲۳۴٫۵')).toBe('1234.5');
  });
  it.each([
    ['integer', '1,000', '1000'],
    ['integer', '12,50', '1250'],
    ['decimal', '1,000.5', '1000.5'],
    ['decimal', '1,000,000', '1000000'],
    ['decimal', '۱٬۰۰۰', '1000'],
    ['decimal', '۲٫۵۰', '2.50'],
  ] as const)('reads an %s typed as %s', (kind, typed, text) => {
    expect(numberText(typed, kind)).toBe(text);
  });
  it.each(['2,50', '1,000', '2,', '۲،۵۰'])('leaves the comma of %s, which may be either mark of a decimal', (typed) => {
    expect(numberText(typed, 'decimal')).toContain(',');
  });
  it('does not lose a decimal comma while the number is typed key by key', () => {
    const keys = Array.from('2,50').reduce((text, key) => numberText(text + key, 'decimal'), '');
    expect(keys).toBe('2,50');
  });
  it('tells an empty field from one that holds no whole number', () => {
    expect([integerOf(''), integerOf('۱۲'), integerOf('1.5'), integerOf('abc')]).toEqual([
      null,
      12,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe('normaliseSearch', () => {
  it('finds Persian words that were typed on an Arabic keyboard', () => {
    expect(normaliseSearch('كليد')).toBe(normaliseSearch('کلید'));
  });
  it('ignores zero-width joiners, marks and the script of digits', () => {
    expect(normaliseSearch('ارائه\u200cدهندهٔ ۱۲')).toBe(normaliseSearch('ارائهدهنده 12'));
  });
});
