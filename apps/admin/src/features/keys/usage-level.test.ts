import { describe, expect, it } from 'vitest';
import { usageLevel, usagePercent } from './usage-level.js';

const usage = (monthlyUsage: number, monthlyLimit: number | null) => ({ monthlyUsage, monthlyLimit });

describe('usageLevel', () => {
  it.each([
    [0, 1000, 'ok'],
    [799, 1000, 'ok'],
    [800, 1000, 'near'],
    [999, 1000, 'near'],
    [1000, 1000, 'reached'],
    // A limit that was lowered under what is used.
    [1200, 1000, 'reached'],
    [5, null, 'noLimit'],
    [0, 0, 'noneAllowed'],
    [3, 0, 'noneAllowed'],
    [0, 1, 'ok'],
  ] as const)('of %s in %s is %s', (used, limit, level) => {
    expect(usageLevel(usage(used, limit))).toBe(level);
  });
});

describe('usagePercent', () => {
  it.each([
    [999, 1000, 99],
    [9999, 10_000, 99],
    [1000, 1000, 100],
    [1200, 1000, 100],
    [3, 0, 0],
    [3, null, 0],
  ])('of %s in %s is %s', (used, limit, percent) => {
    expect(usagePercent(usage(used, limit))).toBe(percent);
  });
});
