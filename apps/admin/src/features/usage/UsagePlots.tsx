import type { UsageFigures, UsageSeries } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import type { ChartData } from '../../components/chart.js';
import { ChartCard } from '../../components/ChartCard.js';
import { Segments } from '../../components/Segments.js';
import { useFmt } from '../../i18n/fmt.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import { chartOf, latencyLines, type DrawnSeries } from './usage-chart.js';
import type { Report } from './usage-context.js';
import type { UsageBy } from './usage-search.js';
import { useGroupWords } from './useGroupWords.js';
import { useShownFigures } from './useShownFigures.js';
import { useUsageSeries } from './useUsage.js';

export interface PlotProps {
  report: Report;
  table: { isOn: boolean; onChange: (isOn: boolean) => void };
}

/** Requests over time, stacked by what the report is taken apart by. */
export function RequestsPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const plot = usePlot(report, report.by, ({ requests }) => Number(requests), 'bars');
  const choose = (by: UsageBy) => report.onSearch({ by: by === report.bys[0] ? undefined : by });
  return (
    <ChartCard
      title={t('plot.requests')}
      controls={
        <Segments
          label={t('by.label')}
          options={report.bys.map((value) => ({ value, label: t(`by.${value}`) }))}
          value={report.by}
          onChange={choose}
        />
      }
      empty={t('plot.none')}
      table={table}
      {...plot}
    />
  );
}

/** Failed requests over time, by the status that was told of each. */
export function ErrorsPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const failed = { ...report, filters: { ...report.filters, outcome: 'error' as const } };
  const plot = usePlot(failed, 'status', ({ errors }) => Number(errors), 'bars');
  return <ChartCard title={t('plot.errors')} empty={t('plot.noErrors')} table={table} {...plot} />;
}

/** What half and what 95 of 100 requests took at most. */
export function LatencyPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const { latency } = useShownFigures();
  const words = { p50: t('figure.latencyP50Ms'), p95: t('figure.latencyP95Ms') };
  const { chart, ...rest } = useChart(report, 'none', (data) => latencyLines(data, words), 'lines');
  const shown = chart && { ...chart, formatValue: latency, formatTick: undefined };
  return (
    <ChartCard
      title={t('plot.latency')}
      empty={t('plot.noLatency')}
      note={
        <Text size="xs" c="dimmed">
          {t('plot.latencyNote')}
        </Text>
      }
      table={table}
      chart={shown}
      {...rest}
    />
  );
}

/** Which keys paid. */
export function KeysPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const plot = usePlot(report, 'keySource', ({ requests }) => Number(requests), 'area');
  return <ChartCard title={t('plot.keys')} empty={t('plot.none')} table={table} {...plot} />;
}

/** A count over time, a series for each group. */
function usePlot(
  report: Report,
  groupBy: UsageBy | 'status',
  read: (figures: UsageFigures) => number,
  kind: ChartData['kind'],
) {
  const words = useGroupWords(groupBy);
  return useChart(report, groupBy, (data) => chartOf(data, read, { empty: 0, words }), kind);
}

function useChart(
  { filters, search }: Report,
  groupBy: UsageBy | 'status' | 'none',
  draw: (answer: UsageSeries) => DrawnSeries,
  kind: ChartData['kind'],
) {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  const utc = useUtcFmt();
  const answer = useUsageSeries({ ...filters, groupBy, grain: search.grain ?? 'auto' });
  const { data } = answer;
  const drawn = data && draw(data);
  const chart: ChartData | undefined = drawn && {
    kind,
    buckets: drawn.buckets,
    series: drawn.series,
    ...(drawn.isPartial && { partial: t('partial', { time: utc.moment(data.to) }) }),
    formatBucket: utc.bucket(data.grain),
    formatValue: fmt.number,
    formatTick: fmt.compact,
  };
  return {
    chart,
    failure: answer.isError ? failureOf(answer.error) : null,
    onRetry: () => void answer.refetch(),
    isFetching: answer.isFetching && data !== undefined,
  };
}
