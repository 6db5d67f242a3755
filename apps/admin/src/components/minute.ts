import { useSyncExternalStore } from 'react';
import { serverNow } from '../i18n/clock.js';

let now = serverNow();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  now = serverNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // The first answers told how far this clock is off.
  if (listeners.size === 0) now = serverNow();
  listeners.add(listener);
  timer ??= setInterval(tick, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// A tab that was in the background kept no minutes.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') tick();
});

/** The server's time in milliseconds, renewed each minute by one timer for the whole page. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => now);
}
