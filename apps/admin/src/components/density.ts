import { useState } from 'react';

const storageKey = 'panel-density';

/** Row height of tables, as boot.js set it from the last visit. */
export function useDensity(): [compact: boolean, setCompact: (compact: boolean) => void] {
  const [compact, setCompact] = useState(() => document.documentElement.dataset.density === 'compact');
  const change = (next: boolean) => {
    const density = next ? 'compact' : 'comfortable';
    document.documentElement.dataset.density = density;
    setCompact(next);
    try {
      window.localStorage.setItem(storageKey, density);
    } catch {
      // Storage is switched off: the choice then lasts as long as the page.
    }
  };
  return [compact, change];
}
