import type { Icon } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useShortcuts } from './shortcuts.js';

/** What can be done on the page that is open; the palette offers it. */
export interface PageAction {
  id: string;
  label: string;
  icon?: Icon;
  /** A single key that does it, too: `n` for something new, `e` to edit. */
  keys?: string;
  run: () => void;
}

const registered = new Map<object, readonly PageAction[]>();

/** Offers actions while the component is shown. Leave out what the signed-in admin may not do. */
export function usePageActions(actions: readonly PageAction[]): void {
  const [owner] = useState(() => ({}));
  useEffect(() => void registered.set(owner, actions));
  useEffect(() => () => void registered.delete(owner), [owner]);
  useShortcuts(actions.flatMap(({ keys, run }) => (keys === undefined ? [] : [{ keys, run }])));
}

/** What is on offer now. */
export function pageActions(): PageAction[] {
  return [...registered.values()].flat();
}
