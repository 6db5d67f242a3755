import { act, Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '../i18n/index.js';
import { render } from '../testing/render.js';
import { lazyPart } from './lazy-part.js';

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;
const lost = new TypeError('Failed to fetch dynamically imported module');
const reported = vi.fn();

beforeAll(() => startI18n('en'));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('reportError', reported);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reported.mockReset();
});

/** Shows a page with a part that fails to load some times; `load` tells how often it was asked for. */
async function showAfter(failures: number) {
  const load = vi.fn(() => (load.mock.calls.length > failures ? Promise.resolve(Greeting) : Promise.reject(lost)));
  const Part = lazyPart<{ name: string }>(load);
  const page = await render(
    <>
      <h1>Page</h1>
      <Suspense fallback="Loading">
        <Part name="Ada" />
      </Suspense>
    </>,
  );
  await pass(0);
  return { page, load };
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('lazyPart', () => {
  it('comes when it is loaded', async () => {
    const { page, load } = await showAfter(0);
    expect(page.textContent).toBe('PageHello Ada');
    expect(load).toHaveBeenCalledTimes(1);
    expect(reported).not.toHaveBeenCalled();
  });

  it('leaves the page standing while it cannot be loaded, and is asked for every five seconds', async () => {
    const { page, load } = await showAfter(2);
    expect(page.textContent).toBe('PageLoading');
    await pass(4999);
    expect(load).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(load).toHaveBeenCalledTimes(2);
    expect(page.textContent).toBe('PageLoading');
    await pass(5000);
    expect(page.textContent).toBe('PageHello Ada');
    expect(reported.mock.calls).toEqual([[lost], [lost]]);
  });
});
