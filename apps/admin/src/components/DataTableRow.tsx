import { Skeleton, Text, UnstyledButton } from '@mantine/core';
import type { CSSProperties, MouseEvent, ReactNode, Ref } from 'react';
import { selectable, type Column, type DataTableProps } from './data-table.js';
import classes from './DataTable.module.css';
import { useRowFailure } from './row-failures.js';
import { RowMenu } from './RowMenu.js';
import { SelectRow } from './SelectionCells.js';

interface Props<Row> {
  row: Row;
  table: DataTableProps<Row>;
}

/** What a row that can be carried has besides. */
export interface Carried {
  handle: ReactNode;
  ref: Ref<HTMLTableRowElement>;
  style: CSSProperties;
}

const interactive = 'a, button, input, select, textarea, label, [role="menuitem"], [role="switch"]';

export function DataTableRow<Row>({ row, table, carried }: Props<Row> & { carried?: Carried }) {
  const { columns, rowActions, rowName, rowId, onRowOpen, openRowId, selection } = table;
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    // A click on a part of its own, or one that ends a text selection, does not open the row.
    if (event.target instanceof Element && event.target.closest(interactive)) return;
    if (window.getSelection()?.isCollapsed === false) return;
    onRowOpen?.(row);
  };
  return (
    <>
      <tr
        ref={carried?.ref}
        style={carried?.style}
        onClick={onRowOpen && open}
        className={onRowOpen && classes.openable}
        data-row={rowId(row)}
        data-open={openRowId === rowId(row) || undefined}
        data-selected={selection?.has(rowId(row)) || undefined}
      >
        {carried && <td className={classes.handle}>{carried.handle}</td>}
        {selection && (
          <td className={classes.box}>
            <SelectRow selection={selection} page={selectable(table)} row={{ id: rowId(row), name: rowName(row) }} />
          </td>
        )}
        {columns.map((column) => (
          <Cell key={column.id} column={column} row={row} table={table} />
        ))}
        {rowActions && (
          <td className={classes.menu}>
            <RowMenu name={rowName(row)} actions={rowActions(row)} />
          </td>
        )}
      </tr>
      <Refused row={row} table={table} />
    </>
  );
}

function Cell<Row>({ column, row, table }: Props<Row> & { column: Column<Row> }) {
  const { onRowOpen } = table;
  const content = column.render(row);
  const style = { textAlign: column.align };
  if (!column.isRowHeader) {
    return <td style={style}>{content}</td>;
  }
  return (
    <th scope="row" style={style}>
      {onRowOpen ? (
        <UnstyledButton className={classes.open} onClick={() => onRowOpen(row)}>
          {content}
        </UnstyledButton>
      ) : (
        content
      )}
      {column.below?.(row)}
    </th>
  );
}

/**
 * Below the row, why its last change was taken back: a toast says it too, and is gone when it was read. It stays in
 * sight where the table is scrolled sideways.
 */
function Refused<Row>({ row, table }: Props<Row>) {
  const reason = useRowFailure(table.rowId(row));
  if (reason === undefined) return null;
  return (
    <tr data-note>
      <td colSpan={cellsOf(table)}>
        <Text size="xs" c="var(--mantine-color-error)" className={classes.note}>
          {reason}
        </Text>
      </td>
    </tr>
  );
}

/** The outline of the real rows. */
export function SkeletonRows<Row>({ table }: { table: DataTableProps<Row> }) {
  const cells = cellsOf(table);
  return Array.from({ length: table.skeletonRows ?? 8 }, (_, row) => (
    <tr key={row} aria-hidden>
      {Array.from({ length: cells }, (_unused, cell) => (
        <td key={cell}>
          <Skeleton height={14} />
        </td>
      ))}
    </tr>
  ));
}

function cellsOf<Row>({ order, selection, columns, rowActions }: DataTableProps<Row>): number {
  return columns.length + [order, selection, rowActions].filter(Boolean).length;
}
