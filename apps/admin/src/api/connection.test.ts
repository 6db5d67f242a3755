import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchedFetch } from './connection.js';

const answers = vi.fn<typeof fetch>();
beforeEach(() => {
  answers.mockReset();
  vi.stubGlobal('fetch', answers);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('watchedFetch', () => {
  it('passes the server’s own refusal on as it is', async () => {
    const own = Response.json({ error: {} }, { status: 429 });
    answers.mockResolvedValue(own);
    expect(await watchedFetch('/trpc/x')).toBe(own);
  });

  it('turns a proxy’s refusal into the server’s words, with the time to wait', async () => {
    const headers = { 'content-type': 'text/html', 'retry-after': '40' };
    answers.mockResolvedValue(new Response('<h1>Too many</h1>', { status: 429, headers }));
    const { error } = (await (await watchedFetch('/trpc/x')).json()) as { error: { data: object } };
    expect(error.data).toMatchObject({ reason: 'TOO_MANY_ATTEMPTS', retryAfter: 40, httpStatus: 429 });
  });

  it('gives what was asked before the panel’s code was there, once, and only to this question', async () => {
    const early = Response.json({ early: true });
    const later = Response.json({ early: false });
    vi.stubGlobal('earlyAnswer', { address: '/trpc/x', answer: Promise.resolve(early) });
    answers.mockResolvedValue(later);
    expect(await watchedFetch('/trpc/y')).toBe(later);
    expect(await watchedFetch('/trpc/x')).toBe(early);
    expect(await watchedFetch('/trpc/x')).toBe(later);
  });

  it('sends no change while there is no network, and still asks', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    answers.mockResolvedValue(Response.json({}));
    await expect(watchedFetch('/trpc/x', { method: 'POST' })).rejects.toThrow('offline');
    expect(answers).not.toHaveBeenCalled();
    await watchedFetch('/trpc/x', { method: 'GET' });
    expect(answers).toHaveBeenCalledOnce();
  });
});
