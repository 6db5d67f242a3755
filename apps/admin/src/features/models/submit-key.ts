import type { KeyboardEvent } from 'react';

/** Ctrl or ⌘ with Enter saves, also from a text of several lines. */
export function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
