import { Paper, Progress, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../api/error-message.js';
import { ChartCard } from '../../../components/ChartCard.js';
import { ErrorState } from '../../../components/ErrorState.js';
import { useFmt } from '../../../i18n/fmt.js';
import { useUtcFmt } from '../../../i18n/fmt-utc.js';
import { useProviderUsage } from '../useProviders.js';
import classes from './Detail.module.css';
import { requestsChart } from './usage-chart.js';

/** The requests of 30 days: by day, and by whose key paid them. */
export function UsageGlance({ slug }: { slug: string }) {
  const { t } = useTranslation('provider');
  const fmt = useFmt();
  const utc = useUtcFmt();
  const { series, bySource } = useProviderUsage(slug);
  const words = {
    requests: t('chart.requests'),
    formatBucket: utc.bucket('day'),
    formatValue: fmt.number,
    formatTick: fmt.compact,
  };
  return (
    <div className={classes.wide}>
      <ChartCard
        title={t('chart.title')}
        chart={series.data && requestsChart(series.data, words)}
        height={200}
        empty={<Text c="dimmed">{t('chart.empty')}</Text>}
        failure={series.error ? failureOf(series.error) : null}
        onRetry={() => void series.refetch()}
        isFetching={series.isFetching}
      />
      <Paper component="section" withBorder radius="lg" p="md" aria-label={t('split.title')}>
        <Title order={2}>{t('split.title')}</Title>
        {bySource.error ? (
          <ErrorState {...failureOf(bySource.error)} onRetry={() => void bySource.refetch()} />
        ) : (
          <Split groups={bySource.data?.groups ?? []} />
        )}
      </Paper>
    </div>
  );
}

interface Group {
  key: string | null;
  figures: { requests: string };
}

function Split({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation('provider');
  const fmt = useFmt();
  const requestsOf = (source: string) => Number(groups.find(({ key }) => key === source)?.figures.requests ?? 0);
  const sources = [
    { source: 'shared', requests: requestsOf('shared') },
    { source: 'personal', requests: requestsOf('personal') },
  ] as const;
  const total = sources.reduce((sum, { requests }) => sum + requests, 0);
  return (
    <ul className={classes.split}>
      {sources.map(({ source, requests }) => {
        const share = total === 0 ? 0 : requests / total;
        return (
          <li key={source}>
            <div className={classes.splitLine}>
              <span>{t(`split.${source}`)}</span>
              <span>{t('split.share', { count: requests, percent: fmt.percent(share) })}</span>
            </div>
            <Progress value={share * 100} aria-label={t(`split.${source}`)} mt={4} />
          </li>
        );
      })}
    </ul>
  );
}
