import { useTranslation } from 'react-i18next';
import { visibleFrom, type Column, type DataTableProps } from './data-table.js';
import { DataTableRow, SkeletonRows } from './DataTableRow.js';
import classes from './DataTable.module.css';
import { ErrorState } from './ErrorState.js';
import { SortHeader } from './SortHeader.js';

/** One page of rows from the server: sorted, filtered and paged there, shown here. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, failure, onRetry, empty, footer, isFetching = false } = props;
  if (failure && !rows) return <ErrorState {...failure} onRetry={onRetry} />;
  if (rows?.length === 0) return empty;
  return (
    <div className={classes.root} aria-busy={isFetching || !rows}>
      {failure && <ErrorState {...failure} onRetry={onRetry} />}
      <div className={classes.progress} data-active={isFetching && rows ? true : undefined} aria-hidden />
      {/* A region that scrolls by itself must be reachable by keyboard. */}
      <div className={classes.scroller} tabIndex={0} role="region" aria-label={props.caption}>
        <table className={classes.table}>
          <caption className="visually-hidden">{props.caption}</caption>
          <Head {...props} />
          <tbody>
            {rows ? (
              rows.map((row) => <DataTableRow key={props.rowId(row)} row={row} table={props} />)
            ) : (
              <SkeletonRows table={props} />
            )}
          </tbody>
        </table>
      </div>
      {rows && footer && <div className={classes.footer}>{footer}</div>}
    </div>
  );
}

function Head<Row>({ columns, sort, onSort, rowActions }: DataTableProps<Row>) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            style={{ inlineSize: column.width, textAlign: column.align }}
            className={visibleFrom(column)}
            aria-sort={ariaSort(column, sort)}
          >
            {column.sortKey && onSort ? (
              <SortHeader label={column.header} sortKey={column.sortKey} sort={sort} onSort={onSort} />
            ) : (
              column.header
            )}
          </th>
        ))}
        {rowActions && (
          <th scope="col" className={classes.menu}>
            <span className="visually-hidden">{t('table.actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function ariaSort<Row>({ sortKey }: Column<Row>, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (sortKey === undefined || sort === undefined) return undefined;
  if (sort === sortKey) return 'ascending';
  return sort === `-${sortKey}` ? 'descending' : undefined;
}
