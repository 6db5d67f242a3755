import { calendars, densities, digitStyles, motions, shortcutChoices } from '@ai-providers/contracts/names';
import { useSyncExternalStore } from 'react';

/** What stands on <html>; of each list, the first is what holds where nothing was chosen. boot.js sets them first. */
const settings = {
  density: densities,
  calendar: calendars,
  digits: digitStyles,
  motion: motions,
  shortcuts: shortcutChoices,
} as const;

type Setting = keyof typeof settings;
/** How this browser shows the panel, apart from its language and colours. */
export type Appearance = { [Name in Setting]: (typeof settings)[Name][number] };

const listeners = new Set<() => void>();

export function appearance<Name extends Setting>(name: Name): Appearance[Name] {
  const known: readonly string[] = settings[name];
  const set = document.documentElement.dataset[name];
  return (known.find((value) => value === set) ?? known[0]) as Appearance[Name]; // one of the names of its list
}

/** Holds at once, and in this browser from the first paint of the next visit on. */
export function setAppearance<Name extends Setting>(name: Name, value: Appearance[Name]): void {
  if (appearance(name) === value) return;
  document.documentElement.dataset[name] = value;
  remember(`panel-${name}`, value);
  for (const listener of listeners) listener();
}

export function useAppearance<Name extends Setting>(name: Name): Appearance[Name] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => appearance(name),
  );
}

/** Keeps a choice for the next visit of this browser. */
export function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Storage is switched off: the choice then lasts as long as the page.
  }
}

/** What `remember` kept, in this visit or an earlier one. */
export function recall(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // switched off, as above
  }
}
