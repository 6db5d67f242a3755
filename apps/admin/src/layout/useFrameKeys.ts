import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { keyOf } from '../components/key-names.js';
import { useShortcuts } from '../components/shortcuts.js';
import { focusToast } from '../components/toast-focus.js';
import type { NavPage } from './nav.js';

interface Layers {
  onPalette: () => void;
  onSheet: () => void;
}

/** The keys that work on every page. */
export function useFrameKeys(pages: readonly NavPage[], { onPalette, onSheet }: Layers): void {
  const navigate = useNavigate();
  const router = useRouter();
  const addHere = () => {
    const add = pages.find(({ to }) => to === router.state.location.pathname)?.add;
    if (add) void navigate({ to: add.to });
    return add !== undefined;
  };
  useShortcuts([
    { keys: '/', run: focusSearch },
    { keys: '?', run: onSheet },
    { keys: 'n', run: addHere },
    { keys: 'F6', run: focusToast },
    ...pages.map(({ letter, to }) => ({ keys: `g ${letter}`, run: () => void navigate({ to }) })),
  ]);
  // Also while somebody types, and when single keys are switched off; but not over another layer.
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || keyOf(event) !== 'k') return;
    event.preventDefault();
    if (document.querySelector('[role=dialog]') === null) onPalette();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** @returns false where the page has none: the key is then the browser's */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('#main input[type=search]');
  field?.focus();
  field?.select();
  return field !== null;
}
