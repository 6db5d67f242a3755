import { describe, expect, it } from 'vitest';
import { changeOf, errorRate } from './figures.js';

describe('errorRate', () => {
  it('is the failed part of all', () => {
    expect(errorRate({ requests: '8', errors: '2' })).toBe(0.25);
    expect(errorRate({ requests: '8', errors: '0' })).toBe(0);
  });
  it('is unknown where there was no request', () => {
    expect(errorRate({ requests: '0', errors: '0' })).toBeNull();
  });
});

describe('changeOf', () => {
  it('compares with the period before', () => {
    expect(changeOf(150, 100)).toBe(0.5);
    expect(changeOf(50, 100)).toBe(-0.5);
    expect(changeOf(0, 100)).toBe(-1);
  });
  it('is unknown where there is nothing to compare with', () => {
    expect(changeOf(10, 0)).toBeNull();
    expect(changeOf(null, 10)).toBeNull();
    expect(changeOf(10, null)).toBeNull();
  });
});
