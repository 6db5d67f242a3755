import { useState, type FocusEvent, type KeyboardEvent } from 'react';

/** One stop of the Tab key for a grid of links or buttons: arrows walk among them, Home and End to the ends. */
export function useRovingGrid(count: number) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, count - 1);
  const onFocus = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    const index = itemsOf(currentTarget).findIndex((item) => item === target);
    if (index >= 0) setAt(index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = itemsOf(event.currentTarget);
    const next = items[nextOf(event.key, current, items)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return { list: { onFocus, onKeyDown }, tabIndexOf: (index: number) => (index === current ? 0 : -1) };
}

const itemsOf = (list: Element) => [...list.querySelectorAll<HTMLElement>('a[tabindex], button[tabindex]')];

function nextOf(key: string, current: number, items: readonly HTMLElement[]): number {
  const isRtl = document.documentElement.dir === 'rtl';
  const perRow = items.filter(({ offsetTop }) => offsetTop === items[0]?.offsetTop).length;
  const steps: Record<string, number> = {
    ArrowRight: isRtl ? -1 : 1,
    ArrowLeft: isRtl ? 1 : -1,
    ArrowDown: perRow,
    ArrowUp: -perRow,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  const step = steps[key];
  return step === undefined ? -1 : current + step;
}
