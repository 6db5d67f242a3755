import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type Modifier,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconGripVertical } from '@tabler/icons-react';
import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataTableProps, RowOrder } from './data-table.js';
import { DataTableRow } from './DataTableRow.js';
import classes from './SortableRows.module.css';
import { useCarryingWords } from './useCarryingWords.js';

interface Props<Row> {
  rows: readonly Row[];
  table: DataTableProps<Row>;
  order: RowOrder<Row>;
}

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** Rows that are carried by their handles: with a pointer, a finger, or Space and the arrows. */
export function SortableRows<Row>({ rows, table, order }: Props<Row>) {
  const sensors = useSensors(
    useSensor(PointerSensor),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const dropped = useDropped(rows);
  const ids = dropped.rows.map(table.rowId);
  const words = useCarryingWords(dropped.rows, table, order.before, order.total);

  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [active.id, over?.id].map((id) => ids.indexOf(String(id))) as [number, number]; // of two
    const row = dropped.rows[from];
    if (row === undefined || to < 0 || from === to) return;
    dropped.show(arrayMove([...dropped.rows], from, to));
    order.onMove(row, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      onDragEnd={drop}
      // What is read out stands beside the table: inside of it there is no place for text.
      accessibility={{ ...words, container: document.body }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={order.locked !== undefined}>
        {dropped.rows.map((row) => (
          <SortableRow key={table.rowId(row)} row={row} table={table} locked={order.locked} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

/** Keeps a dropped row where it was let go until the list says where it is. */
function useDropped<Row>(rows: readonly Row[]) {
  const [shown, setShown] = useState<{ of: readonly Row[]; rows: readonly Row[] } | null>(null);
  if (shown && shown.of !== rows) setShown(null);
  return {
    rows: shown?.of === rows ? shown.rows : rows,
    show: (moved: readonly Row[]) => setShown({ of: rows, rows: moved }),
  };
}

interface RowProps<Row> {
  row: Row;
  table: DataTableProps<Row>;
  locked: string | undefined;
}

function SortableRow<Row>({ row, table, locked }: RowProps<Row>) {
  const { t } = useTranslation();
  const isStill = useReducedMotion();
  const sortable = useSortable({
    id: table.rowId(row),
    attributes: { roleDescription: t('reorder.role') },
    ...(isStill && { transition: null }),
  });
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, transform, transition, isDragging } = sortable;
  const style: CSSProperties = { transform: CSS.Translate.toString(transform), transition };
  const handle = (
    <Tooltip label={locked} disabled={locked === undefined} maw={280} position="top-start">
      <UnstyledButton
        ref={setActivatorNodeRef}
        className={classes.handle}
        {...attributes}
        {...listeners}
        aria-label={t('reorder.handle', { name: table.rowName(row) })}
      >
        <IconGripVertical size={16} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
  return (
    <DataTableRow
      row={row}
      table={table}
      carried={{ handle, ref: setNodeRef, style: isDragging ? { ...style, ...onTop } : style }}
    />
  );
}

const onTop: CSSProperties = { position: 'relative', zIndex: 1, background: 'var(--panel-raised)' };
