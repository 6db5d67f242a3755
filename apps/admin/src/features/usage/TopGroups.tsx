import { Paper, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ChartSkeleton } from '../../components/Chart.js';
import { ErrorState } from '../../components/ErrorState.js';
import { RankBars } from '../../components/RankBars.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Usage.module.css';
import type { Report } from './usage-context.js';
import { useGroupWords } from './useGroupWords.js';
import { useUsageSummary } from './useUsage.js';

const most = 10;

/** The ten with the most requests. */
export function TopGroups({ report: { filters, by } }: { report: Report }) {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  const words = useGroupWords(by);
  const { data, isError, error, refetch } = useUsageSummary(filters, by);
  const title = t(`top.${by}`);
  const rows = data?.groups.slice(0, most).map((group) => ({
    key: `${group.provider}/${group.key}`,
    label: <bdi>{words.name(group)}</bdi>,
    value: Number(group.figures.requests),
  }));
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-label={title}>
      <Title order={2} mb="md">
        {title}
      </Title>
      {isError && !rows && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {!isError && !rows && <ChartSkeleton />}
      {rows?.length === 0 && <p className={classes.none}>{t('plot.none')}</p>}
      {rows && rows.length > 0 && <RankBars title={title} rows={rows} formatValue={fmt.number} />}
    </Paper>
  );
}
