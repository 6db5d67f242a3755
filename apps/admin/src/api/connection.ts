import { TRPCClientError } from '@trpc/client';
import { serverAway } from '../components/server-away.js';
import { noteServerDate } from '../i18n/clock.js';

/** `fetch`, as every call of the server uses it: notes whether one came back, and what time it is there. */
export async function watchedFetch(input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  if (!navigator.onLine && init?.method === 'POST') throw new TypeError('offline'); // a change is not left to chance
  try {
    const response = await (earlyAnswer(input) ?? fetch(input, init));
    noteServerDate(response.headers.get('date'));
    serverAway.note(isFromProxy(response) && response.status >= 502);
    if (!isFromProxy(response) || response.status !== 429) return response;
    return (await import('./proxy-refusal.js')).asOurs(response);
  } catch (error) {
    if (init?.signal?.aborted !== true) serverAway.note(true);
    throw error;
  }
}

/** What boot.js asked for before the panel's code was there. An answer can be read once, and is then gone from here. */
function earlyAnswer(input: RequestInfo | URL | string): Promise<Response> | undefined {
  const { earlyAnswer: early } = window;
  if (early?.address !== input) return undefined;
  window.earlyAnswer = undefined;
  return early.answer;
}

/** Refuses a change that could not arrive, before anything of it is shown. Asks first whether the server is back. */
export async function refuseCutOff(): Promise<void> {
  if (navigator.onLine && serverAway.get()) await watchedFetch('/trpc/auth.me').catch(() => undefined); // notes it itself
  if (!navigator.onLine || serverAway.get()) throw TRPCClientError.from(new TypeError('cut off'));
}

/** Something in between answered for the server: it speaks HTML, or nothing at all. */
function isFromProxy(response: Response): boolean {
  return !response.ok && response.headers.get('content-type')?.includes('json') !== true;
}
