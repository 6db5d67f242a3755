import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, loadStrings, startI18n } from '../../i18n/index.js';
import { limitWords, usageMark } from './limit-values.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('admins');
});

describe('limitWords', () => {
  it.each([
    [null, 'No limit'],
    [0, 'None allowed'],
    [1, '1 request'],
    [10_000, '10,000 requests'],
  ])('says %j as "%s"', (limit, words) => {
    expect(limitWords(i18n.getFixedT('en', 'admins'), limit)).toBe(words);
  });
});

describe('usageMark', () => {
  it.each([
    [79, 100, undefined],
    [80, 100, 'near'],
    [99, 100, 'near'],
    [100, 100, 'reached'],
    [0, 0, undefined],
    [5000, null, undefined],
  ])('of %i against %j is %s', (monthlyUsage, monthlyLimit, mark) => {
    expect(usageMark({ monthlyUsage, monthlyLimit })).toBe(mark);
  });
});
