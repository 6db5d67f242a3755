import { Paper, Skeleton, Title } from '@mantine/core';
import { Suspense, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dashboard.module.css';

/** The card around the newest rows of the audit log. */
export function Deeds({ children }: { children: ReactNode }) {
  const { t } = useTranslation('dashboard');
  const heading = useId();
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('deeds.title')}
      </Title>
      <Suspense fallback={<Skeleton height={320} aria-hidden />}>{children}</Suspense>
    </Paper>
  );
}
