import { useEffect, useSyncExternalStore } from 'react';

/** Why the last try to change a row failed, in the words of now, by the row's id. */
const reasons = new Map<string, () => string>();
const listeners = new Set<() => void>();

/** Shown in the row until its next try. A row is named by the id that its table knows it by. */
export const rowFailures = {
  set(rowId: string, reason: () => string): void {
    reasons.set(rowId, reason);
    tell();
  },
  clear(rowId: string): void {
    if (reasons.delete(rowId)) tell();
  },
};

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRowFailure(rowId: string): string | undefined {
  return useSyncExternalStore(subscribe, () => reasons.get(rowId))?.();
}

/** For a table: when it leaves the page, nothing of this is news any more. */
export function useForgetRowFailures(): void {
  useEffect(() => () => reasons.clear(), []);
}
