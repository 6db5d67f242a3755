import type { ReactNode } from 'react';
import type { Failure } from './ErrorState.js';
import type { SelectedRow, Selection } from './selection.js';

export interface Column<Row> {
  id: string;
  header: string;
  render: (row: Row) => ReactNode;
  /** The name by which the server sorts; without it the column does not sort. */
  sortKey?: string;
  align?: 'start' | 'end';
  width?: number | string;
  /** Lets the heading take two lines: it is longer than what stands below it. */
  wraps?: boolean;
  /** The cell that names its row, for screen readers. One column has it. */
  isRowHeader?: boolean;
  /** In that cell, below what opens the row, with a click of its own. */
  below?: (row: Row) => ReactNode;
  /**
   * Leaves the column out where the table has less room than this, in CSS pixels: what it takes beside those that stay
   * longer, measured in both languages. Otherwise the table is scrolled sideways.
   */
  minRoom?: number;
}

export interface RowAction {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

/** Draws the rows with a handle each, by which they can be carried; from useSortableRows. */
export type SortableRows = <Row>(props: {
  rows: readonly Row[];
  table: DataTableProps<Row>;
  order: RowOrder<Row>;
}) => ReactNode;

/** The rows stand in an order that people decide. */
export interface RowOrder<Row> {
  /** Undefined while it is being loaded. */
  Rows: SortableRows | undefined;
  /** Why rows cannot be moved at the moment. */
  locked?: string;
  /** How many rows stand before this page, and in all. */
  before: number;
  total: number;
  /** `index` is the row's new place on this page, from 0. */
  onMove: (row: Row, index: number) => void;
}

export interface DataTableProps<Row> {
  /** What the table lists; read out, not shown. */
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  /** With a name people choose among the columns, over the menus of the rows; by it the browser remembers what. */
  list?: string;
  /** Undefined until the first answer. */
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** The row's name, for the label of its menu. */
  rowName: (row: Row) => string;
  rowActions?: (row: Row) => RowAction[];
  /** Puts a box before each row. */
  selection?: Selection;
  order?: RowOrder<Row>;
  /** Opens a row by a click anywhere in it; its row header becomes a button. */
  onRowOpen?: (row: Row) => void;
  /** Leads to where a row is changed, by the key `e`; answers false where it may not be. */
  onRowEdit?: (row: Row) => unknown;
  /** The row whose panel is open. */
  openRowId?: string;
  /** `name` upwards, `-name` downwards. */
  sort?: string;
  onSort?: (sort: string) => void;
  /** Shown instead of the rows when there are none. */
  empty: ReactNode;
  failure?: Failure | null;
  onRetry?: () => void;
  /** A later load is running; the old rows stay. */
  isFetching?: boolean;
  skeletonRows?: number;
  footer?: ReactNode;
}

/** The rows of this page as a selection knows them. */
export function selectable<Row>({ rows = [], rowId, rowName }: DataTableProps<Row>): SelectedRow[] {
  return rows.map((row) => ({ id: rowId(row), name: rowName(row) }));
}
