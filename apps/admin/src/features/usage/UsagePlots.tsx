import type { UsageFigures } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import type { ChartData } from '../../components/chart.js';
import { ChartCard } from '../../components/ChartCard.js';
import { Segments } from '../../components/Segments.js';
import { useFmt } from '../../i18n/fmt.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import { chartOf } from './usage-chart.js';
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

/** Failed requests over time. */
export function ErrorsPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const failed = { ...report, filters: { ...report.filters, outcome: 'error' as const } };
  const plot = usePlot(failed, report.isOfProvider ? 'model' : 'provider', ({ errors }) => Number(errors), 'bars');
  return <ChartCard title={t('plot.errors')} empty={t('plot.noErrors')} table={table} {...plot} />;
}

export function LatencyPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const { latency } = useShownFigures();
  const { chart, ...rest } = usePlot(report, 'none', ({ averageLatencyMs }) => averageLatencyMs, 'lines');
  const shown = chart && { ...chart, formatValue: latency, formatTick: undefined };
  return <ChartCard title={t('plot.latency')} empty={t('plot.none')} table={table} chart={shown} {...rest} />;
}

/** Which keys paid. */
export function KeysPlot({ report, table }: PlotProps) {
  const { t } = useTranslation('usage');
  const plot = usePlot(report, 'keySource', ({ requests }) => Number(requests), 'area');
  return <ChartCard title={t('plot.keys')} empty={t('plot.none')} table={table} {...plot} />;
}

function usePlot(
  { filters, search }: Report,
  groupBy: UsageBy | 'none',
  read: (figures: UsageFigures) => number | null,
  kind: ChartData['kind'],
) {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  const utc = useUtcFmt();
  const known = useGroupWords(groupBy === 'none' ? 'provider' : groupBy);
  const words = groupBy === 'none' ? { ...known, name: () => t('plot.latency') } : known;
  const answer = useUsageSeries({ ...filters, groupBy, grain: search.grain ?? 'auto' });
  const { data } = answer;
  const drawn = data && chartOf(data, read, { empty: kind === 'lines' ? null : 0, words });
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
