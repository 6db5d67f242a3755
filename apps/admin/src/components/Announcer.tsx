import { useSyncExternalStore } from 'react';

let words = '';
const listeners = new Set<() => void>();

/** Has a sentence read out politely. */
export function announce(sentence: string): void {
  words = sentence;
  for (const listener of listeners) listener();
}

/** The page's one polite live region. */
export function Announcer() {
  const sentence = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => words,
  );
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {sentence}
    </div>
  );
}
