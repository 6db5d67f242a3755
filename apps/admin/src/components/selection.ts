import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './Announcer.js';

export interface SelectedRow {
  id: string;
  /** What a person calls it, for the report on what could not be done. */
  name: string;
}

/** Which rows of a list somebody ticked. It survives paging and sorting, and ends with another filter. */
export interface Selection {
  size: number;
  /** The ticked rows. While all that match are selected, those that were ticked before. */
  rows: readonly SelectedRow[];
  /** How many rows matched when all of them were selected; null while single rows are. */
  matching: number | null;
  has: (id: string) => boolean;
  /** Ticks a row or not; `through` takes along the rows between it and the one before. */
  toggle: (id: string, page: readonly SelectedRow[], through?: boolean) => void;
  setPage: (page: readonly SelectedRow[], on: boolean) => void;
  selectMatching: (count: number) => void;
  /** Leaves these rows selected and no other. */
  keep: (rows: readonly SelectedRow[]) => void;
  clear: () => void;
}

interface State {
  scope: string;
  rows: ReadonlyMap<string, SelectedRow>;
  matching: number | null;
  /** The row that was ticked last. */
  anchor: string | null;
}

/** @param scope the filter of the list as text: under another one nothing is selected */
export function useSelection(scope: string): Selection {
  const { t } = useTranslation();
  const [state, setState] = useState<State>(() => nothing(scope));
  const now = state.scope === scope ? state : nothing(scope);

  const change = (part: Partial<State>) => {
    const next = { ...now, matching: null, ...part };
    setState(next);
    announce(t('selection.count', { count: sizeOf(next) }));
  };
  return {
    size: sizeOf(now),
    rows: [...now.rows.values()],
    matching: now.matching,
    has: (id) => now.matching !== null || now.rows.has(id),
    toggle: (id, page, through = false) => {
      const on = now.matching === null && !now.rows.has(id);
      const touched = through ? between(page, now.anchor, id) : page.filter((row) => row.id === id);
      change({ rows: withRows(now.rows, touched, on), anchor: id });
    },
    setPage: (page, on) => change({ rows: withRows(now.rows, page, on), anchor: null }),
    selectMatching: (count) => change({ matching: count }),
    keep: (rows) => change({ rows: withRows(new Map(), rows, true), anchor: null }),
    clear: () => change({ rows: new Map(), anchor: null }),
  };
}

const nothing = (scope: string): State => ({ scope, rows: new Map(), matching: null, anchor: null });

const sizeOf = ({ matching, rows }: State) => matching ?? rows.size;

function withRows(rows: State['rows'], touched: readonly SelectedRow[], on: boolean): State['rows'] {
  const next = new Map(rows);
  for (const row of touched) {
    if (on) next.set(row.id, row);
    else next.delete(row.id);
  }
  return next;
}

/** From the anchor to the row, both with it; the row alone where the anchor is on another page. */
function between(page: readonly SelectedRow[], anchor: string | null, id: string): readonly SelectedRow[] {
  const [start, end] = [anchor, id].map((each) => page.findIndex((row) => row.id === each)) as [number, number]; // of two
  if (start < 0) return page.slice(end, end + 1);
  return page.slice(Math.min(start, end), Math.max(start, end) + 1);
}
