import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ahead, soon } from './ahead.js';

const never = new Promise<void>(() => undefined);

describe('ahead', () => {
  it('asks for a page that is entered or pointed at, and leaves it to one that stays', () => {
    const ask = vi.fn(() => never);
    expect(ahead('enter', ask).firstAnswer).toBeInstanceOf(Promise);
    expect(ahead('preload', ask).firstAnswer).toBeInstanceOf(Promise);
    expect(ahead('stay', ask).firstAnswer).toBeUndefined();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('leaves a failure to the page', async () => {
    await expect(ahead('enter', () => Promise.reject(new Error('away'))).firstAnswer).resolves.toBeUndefined();
  });
});

describe('soon', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
  });
  const done = vi.fn();

  it.each([
    ['is no question', undefined],
    ['is an answer', Promise.resolve()],
  ])('ends at once where there %s', async (_what, answer) => {
    done.mockReset();
    void soon(answer).then(done);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toHaveBeenCalled();
  });

  it.each([
    ['200 ms while another page is shown', 200, ''],
    ['a second while the document shows its outlines', 1000, 'boot'],
  ])('waits %s, and then no longer', async (_what, ms, shown) => {
    done.mockReset();
    document.body.append(Object.assign(document.createElement('div'), { className: shown }));
    void soon(never).then(done);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalled();
  });
});
