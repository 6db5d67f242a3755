import { useEffect, useState } from 'react';
import type { SortableRows } from './data-table.js';

let loaded: SortableRows | undefined;

/** Loads what makes rows carriable, once. A list that will want it may ask for it before it is shown. */
export async function loadSortableRows(): Promise<SortableRows> {
  loaded ??= (await import('./SortableRows.lazy.js')).SortableRows;
  return loaded;
}

/**
 * Loads what makes rows carriable while the rows themselves are on their way.
 * @returns undefined until it is there, and null where it cannot be loaded: the rows are then shown without it
 */
export function useSortableRows(wanted: boolean): SortableRows | null | undefined {
  const [Rows, setRows] = useState<SortableRows | null | undefined>(() => loaded);
  useEffect(() => {
    if (!wanted || loaded) return;
    loadSortableRows().then(
      (rows) => setRows(() => rows),
      () => setRows(null), // the connection was lost: the list itself needs nothing of it
    );
  }, [wanted]);
  return Rows;
}
