import type { Announcements, Over, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { DataTableProps } from './data-table.js';

/** What is read out while a row is carried, with its place in the whole list. */
export function useCarryingWords<Row>(rows: readonly Row[], table: DataTableProps<Row>, before: number, total: number) {
  const { t } = useTranslation();
  const indexOf = (id: UniqueIdentifier) => rows.findIndex((row) => table.rowId(row) === id);
  const name = (id: UniqueIdentifier) => {
    const row = rows[indexOf(id)];
    return row === undefined ? '' : table.rowName(row);
  };
  const at = (id: UniqueIdentifier, over: Over | null) => ({
    name: name(id),
    place: before + indexOf(over?.id ?? id) + 1,
    total,
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('reorder.lifted', at(active.id, null)),
    onDragOver: ({ active, over }) => t('reorder.over', at(active.id, over)),
    onDragEnd: ({ active, over }) => t('reorder.dropped', at(active.id, over)),
    onDragCancel: ({ active }) => t('reorder.canceled', at(active.id, null)),
  };
  return { announcements, screenReaderInstructions: { draggable: t('reorder.instructions') } };
}
