import { describe, expect, it, vi } from 'vitest';
import { trpcClient } from './api/trpc.js';
import boot from './boot.js?raw';
import { router } from './router.js';

it('draws no frame before the pages that have none', () => {
  const pages = Object.values(router.routesByPath);
  const isFramed = (route: (typeof pages)[number]) => route.id.startsWith('/panel');
  for (const route of pages) {
    const root = document.createElement('html');
    runBoot(route.fullPath, root);
    expect([route.fullPath, root.dataset.boot]).toEqual([route.fullPath, isFramed(route) ? undefined : 'bare']);
  }
});

describe('what is asked for before the panel’s code is there', () => {
  const firstFiles = {
    files: ['assets/frame.js', 'assets/list.js', 'assets/new.js', 'assets/one.js', 'assets/en.js', 'assets/fa.js'],
    pages: [
      { at: '^/providers$', code: [0, 1], strings: { en: [4], fa: [5] } },
      { at: '^/providers/new$', code: [2], strings: { en: [], fa: [] } },
      { at: '^/providers/[^/]+$', code: [3], strings: { en: [], fa: [] } },
    ],
  };
  it.each([
    ['/providers', 'en', ['/assets/frame.js', '/assets/list.js', '/assets/en.js']],
    ['/providers', 'fa', ['/assets/frame.js', '/assets/list.js', '/assets/fa.js']],
    ['/providers/new', 'en', ['/assets/new.js']],
    ['/providers/openai', 'en', ['/assets/one.js']],
    ['/nowhere', 'en', []],
  ])('at %s in %s is its files', (pathname, language, files) => {
    localStorage.setItem('panel-language', language);
    const { head } = runBoot(pathname, document.createElement('html'), { firstFiles });
    localStorage.clear();
    const links = Array.from(head.querySelectorAll('link'));
    expect(links.map((link) => [link.rel, link.getAttribute('href')])).toEqual(
      files.map((file) => ['modulepreload', file]),
    );
  });

  it('is who is signed in, in the words in which the client asks it', async () => {
    const { window } = runBoot('/providers', document.createElement('html'));
    const own = vi.fn<typeof fetch>();
    vi.stubGlobal('fetch', own);
    vi.stubGlobal('earlyAnswer', window.earlyAnswer);
    await expect(trpcClient.auth.me.query()).resolves.toEqual({ email: 'of boot' });
    expect(own).not.toHaveBeenCalled();
    own.mockResolvedValue(answerOf({ email: 'of the client' }));
    await expect(trpcClient.auth.me.query()).resolves.toEqual({ email: 'of the client' });
    vi.unstubAllGlobals();
  });
});

const answerOf = (data: object) => Response.json([{ result: { data } }]);

/** Runs the script that runs before the panel does, on another address. */
function runBoot(pathname: string, documentElement: HTMLElement, built: object = {}) {
  const head = document.createElement('head');
  const bare = {
    location: { pathname },
    localStorage,
    matchMedia: () => ({ matches: false }),
    fetch: () => Promise.resolve(answerOf({ email: 'of boot' })),
    earlyAnswer: undefined,
    ...built,
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own file, which is no module
  const run = new Function('window', 'document', boot) as (...globals: unknown[]) => void;
  run(bare, { documentElement, head, createElement: (name: string) => document.createElement(name) });
  return { head, window: bare };
}
