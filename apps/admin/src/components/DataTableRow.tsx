import { ActionIcon, Menu, Skeleton, Table, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, DataTableProps, RowAction } from './data-table.js';
import classes from './DataTable.module.css';

interface Props<Row> {
  row: Row;
  table: DataTableProps<Row>;
}

const interactive = 'a, button, input, select, textarea, label, [role="menuitem"], [role="switch"]';

export function DataTableRow<Row>({ row, table }: Props<Row>) {
  const { columns, rowActions, rowName, rowId, onRowOpen, openRowId } = table;
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    // A click on a part of its own, or one that ends a text selection, does not open the row.
    if (event.target instanceof Element && event.target.closest(interactive)) return;
    if (window.getSelection()?.isCollapsed === false) return;
    onRowOpen?.(row);
  };
  return (
    <Table.Tr
      onClick={onRowOpen && open}
      className={onRowOpen && classes.openable}
      data-open={openRowId === rowId(row) || undefined}
    >
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} table={table} />
      ))}
      {rowActions && (
        <Table.Td>
          <RowMenu name={rowName(row)} actions={rowActions(row)} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Cell<Row>({ column, row, table }: Props<Row> & { column: Column<Row> }) {
  const { onRowOpen } = table;
  const content = column.render(row);
  const shared = { ta: column.align, visibleFrom: column.visibleFrom };
  if (!column.isRowHeader) return <Table.Td {...shared}>{content}</Table.Td>;
  return (
    <Table.Th scope="row" className={classes.rowHeader} {...shared}>
      {onRowOpen ? (
        <UnstyledButton className={classes.open} onClick={() => onRowOpen(row)}>
          {content}
        </UnstyledButton>
      ) : (
        content
      )}
    </Table.Th>
  );
}

function RowMenu({ name, actions }: { name: string; actions: RowAction[] }) {
  const { t } = useTranslation();
  if (actions.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('action.more', { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.id}
            leftSection={action.icon}
            color={action.danger ? 'red' : undefined}
            disabled={action.disabled}
            onClick={action.onClick}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The outline of the real rows. */
export function SkeletonRows<Row>({ table }: { table: DataTableProps<Row> }) {
  const cells = table.columns.length + (table.rowActions ? 1 : 0);
  return Array.from({ length: table.skeletonRows ?? 8 }, (_, row) => (
    <Table.Tr key={row} aria-hidden>
      {Array.from({ length: cells }, (_unused, cell) => (
        <Table.Td key={cell} visibleFrom={table.columns[cell]?.visibleFrom}>
          <Skeleton height={14} />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
}
