import { useSyncExternalStore } from 'react';
import { noteServerDate } from '../i18n/clock.js';

let isAway = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (isAway === next) return;
  isAway = next;
  for (const listener of listeners) listener();
}

/** Whether the last call of the server got no answer at all. */
export function useServerAway(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isAway,
  );
}

/** `fetch`, as every call of the server uses it: notes whether one came back, and what time it is there. */
export async function watchedFetch(input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  if (!navigator.onLine && init?.method === 'POST') throw new TypeError('offline'); // a change is not left to chance
  try {
    const response = await fetch(input, init);
    noteServerDate(response.headers.get('date'));
    set(isFromProxy(response) && response.status >= 502);
    if (!isFromProxy(response) || response.status !== 429) return response;
    return (await import('./proxy-refusal.js')).asOurs(response);
  } catch (error) {
    if (init?.signal?.aborted !== true) set(true);
    throw error;
  }
}

/** Something in between answered for the server: it speaks HTML, or nothing at all. */
function isFromProxy(response: Response): boolean {
  return !response.ok && response.headers.get('content-type')?.includes('json') !== true;
}
