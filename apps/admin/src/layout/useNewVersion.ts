import { useEffect, useState } from 'react';
import { watchedFetch } from '../api/connection.js';

const pauseMs = 5 * 60_000;
const entryOf = (page: string) => /\/assets\/[^"']+\.js/.exec(page)?.[0];

/** Whether the server has another build than this one: asked when the tab is looked at again, or lacks a part of itself. */
export function useNewVersion(): boolean {
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    let askedAt = Date.now();
    const ask = async () => {
      askedAt = Date.now();
      if (await isOutdated()) setNew(true);
    };
    const askAgain = () => {
      if (document.visibilityState === 'visible' && Date.now() - askedAt >= pauseMs) void ask();
    };
    const askNow = () => void ask();
    document.addEventListener('visibilitychange', askAgain);
    window.addEventListener('focus', askAgain);
    window.addEventListener('vite:preloadError', askNow);
    return () => {
      document.removeEventListener('visibilitychange', askAgain);
      window.removeEventListener('focus', askAgain);
      window.removeEventListener('vite:preloadError', askNow);
    };
  }, []);
  return isNew;
}

/** Compares the names of the first script: a build names its files by what they hold. */
async function isOutdated(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.getAttribute('src');
  try {
    const answer = await watchedFetch('/', { cache: 'no-cache' });
    const served = answer.ok ? entryOf(await answer.text()) : undefined;
    return served !== undefined && own !== undefined && own !== null && served !== own;
  } catch {
    return false; // the server is away: the page says so already
  }
}
