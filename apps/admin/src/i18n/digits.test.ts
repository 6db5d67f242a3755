import { describe, expect, it } from 'vitest';
import { integerOf, normaliseSearch, numberText, toAsciiDigits } from './digits.js';

describe('digits', () => {
  it('turns Persian and Arabic digits into ASCII', () => {
    expect(toAsciiDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩')).toBe('0123456789 0123456789');
  });
  it('reads a Persian number with its decimal and thousands marks', () => {
    expect(numberText('۱٬۲۳۴٫۵')).toBe('1234.5');
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
