import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import classes from './DataTable.module.css';

interface Props {
  label: string;
  sortKey: string;
  sort: string | undefined;
  onSort: (sort: string) => void;
}

/** The button in a column's header: upwards first, then the other way round. */
export function SortHeader({ label, sortKey, sort, onSort }: Props) {
  const isUp = sort === sortKey;
  const isDown = sort === `-${sortKey}`;
  const Icon = isUp ? IconArrowUp : isDown ? IconArrowDown : IconArrowsSort;
  return (
    <UnstyledButton className={classes.sort} onClick={() => onSort(isUp ? `-${sortKey}` : sortKey)}>
      {label}
      <Icon size={14} aria-hidden className={isUp || isDown ? undefined : classes.unsorted} />
    </UnstyledButton>
  );
}
