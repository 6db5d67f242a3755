import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';
import type { SelectedRow, Selection } from './selection.js';

interface Props {
  selection: Selection;
  page: readonly SelectedRow[];
}

// Every list has these two: the browser's own box weighs nothing.

/** The box in the head: all rows of this page, or none of them. */
export function SelectPage({ selection, page }: Props) {
  const { t } = useTranslation();
  const ticked = page.filter(({ id }) => selection.has(id)).length;
  const all = ticked > 0 && ticked === page.length;
  return (
    <input
      type="checkbox"
      className={classes.tick}
      aria-label={t('selection.page')}
      checked={all}
      // Some of them is a state that only a property has.
      ref={(box) => {
        if (box) box.indeterminate = ticked > 0 && !all;
      }}
      disabled={page.length === 0}
      onChange={() => selection.setPage(page, !all)}
    />
  );
}

/** The box of one row; with Shift it takes the rows between. */
export function SelectRow({ selection, page, row }: Props & { row: SelectedRow }) {
  const { t } = useTranslation();
  const toggle = (event: MouseEvent) => selection.toggle(row.id, page, event.shiftKey);
  return (
    <input
      type="checkbox"
      className={classes.tick}
      aria-label={t('selection.row', { name: row.name })}
      checked={selection.has(row.id)}
      onClick={toggle}
      // The click above knows of Shift; React wants a controlled box to have this one.
      onChange={() => undefined}
    />
  );
}
