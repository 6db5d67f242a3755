import { beforeAll, describe, expect, it } from 'vitest';
import { durationOf } from './duration.js';
import { createFmt } from './fmt.js';
import { i18n, startI18n } from './index.js';

beforeAll(async () => {
  await startI18n('en');
  await i18n.loadLanguages('fa');
});

describe('a duration', () => {
  it.each([
    [0.4, '0 ms', '۰ میلی‌ثانیه'],
    [840, '840 ms', '۸۴۰ میلی‌ثانیه'],
    [999.6, '1 s', '۱ ثانیه'],
    [1234, '1.2 s', '۱٫۲ ثانیه'],
    [59_960, '1 min', '۱ دقیقه'],
    [147_789, '2 min 28 s', '۲ دقیقه و ۲۸ ثانیه'],
  ])('of %d ms is %s, in Persian %s', (ms, english, persian) => {
    expect(durationOf(i18n.getFixedT('en'), createFmt('en'), ms)).toBe(english);
    expect(durationOf(i18n.getFixedT('fa'), createFmt('fa'), ms)).toBe(persian);
  });
});
