import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useColumnChoice } from './column-choice.js';
import { ColumnMenu } from './ColumnMenu.js';
import { selectable, type Column, type DataTableProps } from './data-table.js';
import { DataTableRow, SkeletonRows } from './DataTableRow.js';
import classes from './DataTable.module.css';
import { ErrorState } from './ErrorState.js';
import { useCutOff } from './online.js';
import { useForgetRowFailures } from './row-failures.js';
import { SelectPage } from './SelectionCells.js';
import { SortHeader } from './SortHeader.js';
import { useRoom } from './useRoom.js';
import { useRowKeys } from './useRowKeys.js';

/** One page of rows from the server: sorted, filtered and paged there, shown here. */
export function DataTable<Row>(given: DataTableProps<Row>) {
  const choice = useColumnChoice(given.list);
  const [room, measured] = useRoom();
  // What there is no room for cannot be chosen either.
  const fitting = given.columns.filter(({ minRoom = 0 }) => minRoom <= room);
  const props = { ...given, columns: fitting.filter((each) => each.isRowHeader || !choice.hidden.has(each.id)) };
  const { failure, onRetry, empty, footer, order, isFetching = false } = props;
  const body = useRowKeys((id) => editRow(props, id));
  const isCutOff = useCutOff() !== null;
  useForgetRowFailures();
  // Rows that can be carried are not drawn without their handles first: a row that somebody has reached stays.
  const rows = order && !order.Rows && props.rows?.length ? undefined : props.rows;
  if (failure && !rows) return <ErrorState {...failure} onRetry={onRetry} />;
  if (rows?.length === 0) return empty;
  return (
    <div className={classes.root} aria-busy={isFetching || !rows}>
      {/* Without a connection, the page says so once, and that its rows are old. */}
      {failure && !isCutOff && <ErrorState {...failure} onRetry={onRetry} />}
      <div className={classes.progress} data-active={isFetching && rows ? true : undefined} aria-hidden />
      {/* A region that scrolls by itself must be reachable by keyboard. */}
      <div ref={measured} className={classes.scroller} tabIndex={0} role="region" aria-label={props.caption}>
        <table className={classes.table}>
          <caption className="visually-hidden">{props.caption}</caption>
          <Head table={props} columnMenu={given.list && <ColumnMenu columns={fitting} choice={choice} />} />
          <tbody ref={body}>
            <Rows table={props} rows={rows} />
          </tbody>
        </table>
      </div>
      {rows && footer && <div className={classes.footer}>{footer}</div>}
    </div>
  );
}

function editRow<Row>({ rows, rowId, onRowEdit }: DataTableProps<Row>, id: string): unknown {
  const row = rows?.find((each) => rowId(each) === id);
  if (row === undefined || !onRowEdit) return false;
  return onRowEdit(row);
}

function Rows<Row>({ table, rows }: { table: DataTableProps<Row>; rows: readonly Row[] | undefined }) {
  const { order } = table;
  if (!rows) return <SkeletonRows table={table} />;
  if (order?.Rows) return <order.Rows rows={rows} table={table} order={order} />;
  return rows.map((row) => <DataTableRow key={table.rowId(row)} row={row} table={table} />);
}

function Head<Row>({ table, columnMenu }: { table: DataTableProps<Row>; columnMenu: ReactNode }) {
  const { columns, sort, onSort, selection, order } = table;
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {order && (
          <th scope="col" className={classes.handle}>
            <span className="visually-hidden">{t('reorder.column')}</span>
          </th>
        )}
        {selection && (
          <th scope="col" className={classes.box}>
            <SelectPage selection={selection} page={selectable(table)} />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            style={{ inlineSize: column.width, textAlign: column.align }}
            data-wraps={column.wraps}
            aria-sort={ariaSort(column, sort)}
          >
            {column.sortKey && onSort ? (
              <SortHeader label={column.header} sortKey={column.sortKey} sort={sort} onSort={onSort} />
            ) : (
              column.header
            )}
          </th>
        ))}
        {table.rowActions && <MenuHead>{columnMenu}</MenuHead>}
      </tr>
    </thead>
  );
}

function MenuHead({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <th scope="col" className={classes.menu}>
      <span className="visually-hidden">{t('table.actions')}</span>
      {children}
    </th>
  );
}

function ariaSort<Row>({ sortKey }: Column<Row>, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (sortKey === undefined || sort === undefined) return undefined;
  if (sort === sortKey) return 'ascending';
  return sort === `-${sortKey}` ? 'descending' : undefined;
}
