import { useState, type RefCallback } from 'react';
import { useShortcuts } from './shortcuts.js';

/**
 * Keys that walk a table's rows: `j` and `k` or the arrows, Enter opens, `x` ticks, `e` edits.
 * @param onEdit takes the row's id, and answers false where it may not be changed
 * @returns the ref of the table's body
 */
export function useRowKeys(onEdit: (rowId: string) => unknown = () => false): RefCallback<HTMLTableSectionElement> {
  const [body, setBody] = useState<HTMLTableSectionElement | null>(null);
  const step = (by: 1 | -1) => () => {
    const rows = rowsOf(body);
    const at = rows.findIndex((row) => row === currentRow(body));
    return focusRow(rows[at < 0 ? 0 : at + by]);
  };
  const edit = (rowId: string | undefined) => rowId !== undefined && onEdit(rowId);
  // Elsewhere on the page the arrows scroll it, and Enter is for what has the focus.
  const onRow = (run: () => boolean) => () => document.activeElement === currentRow(body) && run();
  useShortcuts([
    { keys: 'j', run: step(1) },
    { keys: 'k', run: step(-1) },
    { keys: 'ArrowDown', run: onRow(step(1)) },
    { keys: 'ArrowUp', run: onRow(step(-1)) },
    { keys: 'Enter', run: onRow(() => press(currentRow(body)?.querySelector('th a, th button'))) },
    { keys: 'e', run: () => edit(currentRow(body)?.dataset.row) },
    { keys: 'x', run: () => press(tickOf(currentRow(body))) },
    { keys: 'Shift+x', run: () => press(tickOf(currentRow(body)), { shiftKey: true }) },
  ]);
  return setBody;
}

function rowsOf(body: HTMLElement | null): HTMLElement[] {
  return [...(body?.querySelectorAll<HTMLElement>('tr:not([aria-hidden], [data-note])') ?? [])];
}

/** The row with the focus, or else the one whose panel was opened last. */
function currentRow(body: HTMLElement | null): HTMLElement | undefined {
  const rows = rowsOf(body);
  return rows.find((row) => row.contains(document.activeElement)) ?? rows.find((row) => row.dataset.open !== undefined);
}

function focusRow(row: HTMLElement | undefined): boolean {
  if (!row) return false;
  row.tabIndex = -1; // by these keys only: Tab goes to what is in the row
  row.focus();
  return true;
}

function tickOf(row: HTMLElement | undefined): Element | null | undefined {
  return row?.querySelector('input[type=checkbox]:not([role=switch])');
}

function press(element: Element | null | undefined, keys: MouseEventInit = {}): boolean {
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
  return element instanceof Element;
}
