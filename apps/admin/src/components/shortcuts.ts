import { useEffect, useState, type RefObject } from 'react';
import { appearance } from '../theme/appearance.js';
import { keyOf } from './key-names.js';

export interface Shortcut {
  /** A key as `keyOf` names it, or two of them one after the other: `?`, `g p`. */
  keys: string;
  /** False where there is nothing to do: the key then goes on to whoever waits for it next. */
  run: () => unknown;
}

/** Something in the layer that the keys belong to. */
type Within = RefObject<Element | null>;

const registered = new Map<object, { shortcuts: readonly Shortcut[]; within: Within | undefined }>();
/** How long the second key of a pair may take. */
const pairMs = 1500;
let before: { key: string; at: number } | undefined;

/**
 * Single keys, while the component is shown; of two that take the same key, the one shown last is asked first. None
 * works while somebody types, while a layer is open, with Ctrl, Alt or ⌘, or when they are switched off. Those
 * `within` a layer work while it is the only one.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], within?: Within): void {
  const [owner] = useState(() => ({}));
  // Anew after each render, so that what runs is what was shown last; the place in the order stays.
  useEffect(() => void registered.set(owner, { shortcuts, within }));
  useEffect(() => {
    if (registered.size === 1) document.addEventListener('keydown', dispatch);
    return () => {
      registered.delete(owner);
      if (registered.size === 0) document.removeEventListener('keydown', dispatch);
    };
  }, [owner]);
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || !isForUs(event)) return;
  const key = keyOf(event);
  const pair = before && event.timeStamp - before.at < pairMs ? `${before.key} ${key}` : undefined;
  before = undefined;
  const all = inReach();
  const wanted = pair !== undefined && all.some(({ keys }) => keys === pair) ? pair : key;
  if (all.some(({ keys, run }) => keys === wanted && run() !== false)) event.preventDefault();
  else if (all.some(({ keys }) => keys.startsWith(`${key} `))) before = { key, at: event.timeStamp };
}

/** What works under the layers that are open now, the one shown last first. */
function inReach(): Shortcut[] {
  const open = [...document.querySelectorAll(layers)];
  const works = (within?: Within) => open.every((layer) => layer.contains(within?.current ?? null));
  return [...registered.values()].reverse().flatMap(({ shortcuts, within }) => (works(within) ? shortcuts : []));
}

const typing = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])';
const layers = '[role=dialog], [role=menu], [role=listbox]';

function isForUs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (appearance('shortcuts') === 'off') return false;
  // Not `target`: an editor in a shadow tree hides what is typed into.
  const [target] = event.composedPath();
  return !(target instanceof Element && target.closest(typing));
}
