import { Paper, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { BarsSkeleton, SmallBars } from '../../components/SmallBars.js';
import { useFmt } from '../../i18n/fmt.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import classes from './Keys.module.css';
import { shownMonths, useMyMonths } from './useMyUsage.js';

/** The caller's requests, month after month. */
export function MyMonths() {
  const { t } = useTranslation('keys');
  const fmt = useFmt();
  const month = useUtcFmt().bucket('month');
  const heading = useId();
  const { bars, data, error, refetch } = useMyMonths();
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t('months.title', { count: shownMonths })}
      </Title>
      {!data && (error ? <ErrorState {...failureOf(error)} onRetry={() => void refetch()} /> : <BarsSkeleton />)}
      {data && (
        <SmallBars
          label={t('months.title', { count: shownMonths })}
          bars={bars.map(({ at, requests }) => ({
            key: at,
            value: Number(requests),
            label: month(at, 'short'),
            text: fmt.number(requests),
          }))}
        />
      )}
      <p className={classes.note}>{t('months.note')}</p>
    </Paper>
  );
}
