import { Paper, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Skeletons.module.css';

/** Outlines of a form while it loads. */
export function FormSkeleton({ fields = 5 }: { fields?: number }) {
  return (
    <Loading>
      <Stack gap="lg" maw={640}>
        {range(fields).map((field) => (
          <Stack gap={6} key={field}>
            <Skeleton height={14} width={120} />
            <Skeleton height={36} />
          </Stack>
        ))}
      </Stack>
    </Loading>
  );
}

/** Outlines of cards while they load. */
export function CardsSkeleton({ cards = 2, height = 180 }: { cards?: number; height?: number }) {
  return (
    <Loading>
      <div className={classes.cards}>
        {range(cards).map((card) => (
          <Paper withBorder radius="lg" p="md" key={card}>
            <Skeleton height={height - 32} />
          </Paper>
        ))}
      </div>
    </Loading>
  );
}

/** Outlines of a table or a list while it loads. */
export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Loading>
      <Stack gap="sm">
        {range(rows).map((row) => (
          <Skeleton height={36} key={row} />
        ))}
      </Stack>
    </Loading>
  );
}

function Loading({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{t('table.loading')}</span>
      <div aria-hidden className="late">
        {children}
      </div>
    </div>
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
