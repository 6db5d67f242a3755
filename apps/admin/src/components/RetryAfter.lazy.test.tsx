import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startI18n } from '../i18n/index.js';
import { render } from '../testing/render.js';
import { RetryAfter } from './RetryAfter.lazy.js';

beforeEach(async () => {
  await startI18n('en');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => vi.useRealTimers());

it('counts the time down in minutes, then in seconds, then says that it is over', async () => {
  const container = await render(<RetryAfter seconds={840} />);
  const after = async (seconds: number) => {
    await act(async () => void vi.advanceTimersByTime(seconds * 1000));
    return container.textContent;
  };
  expect(await after(0)).toBe('You can try again in 14 minutes.');
  expect(await after(800)).toBe('You can try again in 40 seconds.');
  expect(await after(39)).toBe('You can try again in 1 second.');
  expect(await after(2)).toBe('You can try again now.');
});
