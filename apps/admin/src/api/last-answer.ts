import { useSyncExternalStore } from 'react';

let at = Date.now();
const listeners = new Set<() => void>();

/** Called for every answer of the server. */
export function noteAnswer(): void {
  at = Date.now();
  for (const listener of listeners) listener();
}

/** When the server answered last, in milliseconds: how old the page's data is at most, and when the session was used. */
export function useLastAnswer(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => at,
  );
}
