import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadsAnew, LostFile, unlessLost, untilItComes } from './files.js';

const absent = new TypeError('Failed to fetch dynamically imported module: /assets/page-1.js');
const reload = vi.fn<() => void>();
const answers = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('reportError', vi.fn());
  vi.stubGlobal('fetch', answers);
  vi.spyOn(window.location, 'reload').mockImplementation(reload);
  window.sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  reload.mockReset();
  answers.mockReset();
});

/** A file that fails to come some times. */
const comingAfter = (failures: number) => {
  const load = vi.fn(() => (load.mock.calls.length > failures ? Promise.resolve('code') : Promise.reject(absent)));
  return load;
};
const served = () => Promise.resolve(new Response(null, { headers: { 'content-type': 'text/html' } }));
const away = () => Promise.reject(new TypeError('Failed to fetch'));

describe('untilItComes', () => {
  it('asks every five seconds, whatever the server says', async () => {
    answers.mockImplementation(served);
    const load = comingAfter(2);
    const coming = untilItComes(load);
    await vi.advanceTimersByTimeAsync(9999);
    expect(load).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await coming).toBe('code');
    expect(vi.mocked(reportError).mock.calls).toEqual([[absent], [absent]]);
  });
});

describe('unlessLost', () => {
  it('waits while the server is away', async () => {
    answers.mockImplementation(away);
    const load = comingAfter(3);
    const coming = unlessLost(load);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await coming).toBe('code');
    expect(answers).toHaveBeenCalledTimes(3);
  });

  it.each([502, 404])('takes the %i of somebody in between for no answer', async (status) => {
    answers.mockImplementation(() => Promise.resolve(new Response('<h1>Sorry</h1>', { status })));
    const load = comingAfter(1);
    const coming = unlessLost(load);
    await vi.advanceTimersByTimeAsync(4999);
    expect(load).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await coming).toBe('code');
  });

  it('asks once more at once when the server answers: the one request may have been lost on the way', async () => {
    answers.mockImplementation(served);
    expect(await unlessLost(comingAfter(1))).toBe('code');
  });

  it('gives up a file that the answering server does not have', async () => {
    answers.mockImplementation(served);
    const load = comingAfter(2);
    await expect(unlessLost(load)).rejects.toThrow(LostFile);
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe('loadsAnew', () => {
  const lost = new LostFile(absent);

  it('loads the document anew for a lost file, once for each', () => {
    expect(loadsAnew(lost)).toBe(true);
    expect(loadsAnew(lost)).toBe(false);
    expect(loadsAnew(new LostFile(new TypeError('/assets/page-2.js')))).toBe(true);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('leaves every other failure on the page', () => {
    expect(loadsAnew(absent)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });

  it('does not where nothing could end it', () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('switched off', 'SecurityError');
    });
    expect(loadsAnew(lost)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});
