import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteServerDate, onThisClock, serverNow } from './clock.js';

const right = Date.parse('2026-11-25T12:00:00Z');

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

it.each([-3_600_000, 3_600_000])('knows the time on a machine whose clock is %i ms off', (off) => {
  vi.setSystemTime(right + off);
  noteServerDate(new Date(right).toUTCString());
  expect(serverNow()).toBe(right);
  expect(onThisClock(right)).toBe(Date.now());
});

it('believes a clock that is nearly right, and forgets an offset once the clock was set', () => {
  vi.setSystemTime(right + 3_600_000);
  noteServerDate(new Date(right).toUTCString());
  vi.setSystemTime(right + 2_000);
  noteServerDate(new Date(right).toUTCString());
  expect(serverNow()).toBe(Date.now());
});

it('learns nothing from an answer without a date', () => {
  vi.setSystemTime(right);
  noteServerDate(new Date(right).toUTCString());
  noteServerDate(null);
  noteServerDate('yesterday');
  expect(serverNow()).toBe(right);
});
