import { useEffect, useState } from 'react';

/** For a layer that is mounted while it is open: closing it leaves the focus where it was before. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What closed the layer may have moved the focus on.
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}
