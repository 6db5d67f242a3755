import { ActionIcon, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ColumnChoice } from './column-choice.js';
import type { Column } from './data-table.js';

interface Props<Row> {
  columns: ReadonlyArray<Column<Row>>;
  choice: ColumnChoice;
}

/** Shows and leaves out columns; the one that names its row always stays. */
export function ColumnMenu<Row>({ columns, choice: { hidden, toggle } }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('table.columns')}>
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter(({ isRowHeader }) => !isRowHeader)
          .map((column) => (
            <Menu.CheckboxItem key={column.id} checked={!hidden.has(column.id)} onChange={() => toggle(column.id)}>
              {column.header}
            </Menu.CheckboxItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
