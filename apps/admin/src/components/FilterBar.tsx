import { Button, Group, Pill } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FilterBar.module.css';

export interface ActiveFilter {
  id: string;
  /** What is filtered by, in words: "Status: active". */
  label: string;
  onRemove: () => void;
}

interface Props {
  /** Search field and selects. */
  children: ReactNode;
  active?: readonly ActiveFilter[];
  onClear?: () => void;
}

/** The controls above a list, and below them a chip for each filter that is on. */
export function FilterBar({ children, active = [], onClear }: Props) {
  const { t } = useTranslation();
  return (
    <search className={classes.root}>
      <div className={classes.controls}>{children}</div>
      {active.length > 0 && (
        <Group gap="xs">
          {active.map((filter) => (
            <Pill
              key={filter.id}
              withRemoveButton
              onRemove={filter.onRemove}
              removeButtonProps={{
                'aria-label': t('action.removeFilter', { name: filter.label }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {filter.label}
            </Pill>
          ))}
          {onClear && (
            <Button size="compact-sm" variant="subtle" onClick={onClear}>
              {t('action.clearFilters')}
            </Button>
          )}
        </Group>
      )}
    </search>
  );
}
