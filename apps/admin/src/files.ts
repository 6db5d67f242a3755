import { watchedFetch } from './api/connection.js';

const pauseMs = 5000;

/** A file of this build that the server does not have: it has another build by now, and the document is out of date. */
export class LostFile extends Error {
  constructor(cause: unknown) {
    super(String(cause), { cause });
  }
}

/**
 * Loads a file of the panel: code or strings. While it does not come it is asked for again, every five seconds, so that
 * what waits for it is late and not lost. Each failure goes to the console.
 * @param isLastTry whether the next try is the last one; by default none is
 */
export async function untilItComes<File>(load: () => Promise<File>, isLastTry?: () => Promise<boolean>): Promise<File> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      reportError(error);
      if (await isLastTry?.()) return load();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/**
 * The same for what a page cannot begin without.
 * @throws LostFile when the server answers, and not with this file
 */
export async function unlessLost<File>(load: () => Promise<File>): Promise<File> {
  return untilItComes(load, isServed).catch((error: unknown) => {
    throw new LostFile(error);
  });
}

async function isServed(): Promise<boolean> {
  try {
    return (await watchedFetch('/', { method: 'HEAD', cache: 'no-cache' })).ok;
  } catch {
    return false;
  }
}

const lastLost = 'panel-lost-file';

/** Loads the document anew for a lost file. Once: where the next build lacks it too, that is to be shown. @returns whether it does */
export function loadsAnew(error: unknown): boolean {
  if (!(error instanceof LostFile)) return false;
  try {
    if (window.sessionStorage.getItem(lastLost) === error.message) return false;
    window.sessionStorage.setItem(lastLost, error.message);
  } catch {
    return false; // storage is switched off: nothing would end the loading
  }
  window.location.reload();
  return true;
}
