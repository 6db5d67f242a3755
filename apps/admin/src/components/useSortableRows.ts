import { useEffect, useState } from 'react';
import type { SortableRows } from './data-table.js';

let loaded: SortableRows | undefined;

/**
 * Loads what makes rows carriable while the rows themselves are on their way.
 * @returns undefined until it is there, and null where it cannot be loaded: the rows are then shown without it
 */
export function useSortableRows(wanted: boolean): SortableRows | null | undefined {
  const [Rows, setRows] = useState<SortableRows | null | undefined>(() => loaded);
  useEffect(() => {
    if (!wanted || loaded) return;
    import('./SortableRows.lazy.js').then(
      (part) => {
        loaded = part.SortableRows;
        setRows(() => part.SortableRows);
      },
      () => setRows(null), // the connection was lost: the list itself needs nothing of it
    );
  }, [wanted]);
  return Rows;
}
