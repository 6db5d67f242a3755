import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Dashboard.module.css';

/** Outlines of the page: figures, then the large cards. */
export function DashboardSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{t('table.loading')}</span>
      <div className={classes.board} aria-hidden>
        <div className={classes.figures}>
          {['requests', 'providers', 'models', 'admins'].map((figure) => (
            <Skeleton key={figure} height={116} radius="lg" />
          ))}
        </div>
        <Skeleton height={376} radius="lg" />
      </div>
    </div>
  );
}
