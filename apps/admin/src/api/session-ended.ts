import { useSyncExternalStore } from 'react';

let raised = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  raised = next;
  for (const listener of listeners) listener();
}

/** Whether an answer said that nobody is signed in any more, while a page was open. */
export const sessionEnded = { raise: () => set(true), clear: () => set(false) };

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => raised,
  );
}
