import { CloseButton } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ListLayout.module.css';
import { useShortcuts } from './shortcuts.js';
import { useReturnFocus } from './useReturnFocus.js';

interface Props {
  title: ReactNode;
  children: ReactNode;
  onClose: () => void;
}

const layers = '[role="dialog"], [role="menu"], [role="listbox"]';

/** A record beside its list, which stays in use. Escape closes it, `e` goes to its first field. */
export function SidePane({ title, children, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const pane = useRef<HTMLElement>(null);
  useReturnFocus();
  useEffect(() => {
    const start = pane.current?.querySelector<HTMLElement>('[data-autofocus]') ?? pane.current?.querySelector('h2');
    start?.focus({ preventScroll: start.tagName === 'H2' });
  }, []);
  useShortcuts([{ keys: 'e', run: () => focusField(pane.current) }]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(layers) !== null) return;
      if (event.target instanceof Element && event.target.closest('input[type="search"]')) return;
      event.preventDefault();
      onClose();
    };
    // Before what else hears of Escape on the page: this was opened last.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  });
  return (
    <aside ref={pane} aria-labelledby={id} className={classes.pane}>
      <div className={classes.paneHead}>
        <h2 id={id} tabIndex={-1} className={classes.paneTitle}>
          {title}
        </h2>
        <CloseButton aria-label={t('action.close')} onClick={onClose} />
      </div>
      <div className={classes.paneBody}>{children}</div>
    </aside>
  );
}

/** @returns false where there is none, or where another row has the focus: the key is for that one */
function focusField(pane: HTMLElement | null): boolean {
  const field = pane?.querySelector<HTMLElement>('form :is(input, select, textarea):not(:disabled)');
  if (!field || document.activeElement?.closest('tr[data-row]:not([data-open])')) return false;
  field.focus();
  return true;
}
