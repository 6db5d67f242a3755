import { keepPreviousData } from '@tanstack/react-query';
import type { UsageSeries } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../api/trpc.js';
import type { ChartData } from '../../components/chart.js';
import { useMinute } from '../../components/minute.js';
import { useFmt } from '../../i18n/fmt.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import { lastDays, type Range } from './range.js';

/** The requests of the last days as a chart; without a bucket where there were none. */
export function useRequestsByProvider(range: Range) {
  const { t } = useTranslation('dashboard');
  const fmt = useFmt();
  const formatBucket = useUtcFmt().bucket('day');
  const [from] = lastDays(useMinute(), range);
  const asked = { from, groupBy: 'provider' } as const;
  const query = trpc.usage.series.useQuery(
    { ...asked, grain: 'day' },
    { placeholderData: keepPreviousData, meta: { handlesError: true } },
  );
  const words = {
    kind: 'area' as const,
    partial: t('chart.partial'),
    formatBucket,
    formatValue: fmt.number,
    formatTick: fmt.compact,
  };
  return { ...query, asked, chart: query.data && { ...words, ...plotted(query.data, t('chart.others')) } };
}

/** Days without a request are in no answer, and in the chart as 0. */
export function plotted(data: UsageSeries, others: string): Pick<ChartData, 'buckets' | 'series'> {
  if (data.series.length === 0) return { buckets: [], series: [] };
  const days = Math.round((startOfDay(data.to) - startOfDay(data.from)) / dayMs) + 1;
  const buckets = lastDays(Date.parse(data.to), days);
  const valuesOf = (points: UsageSeries['series'][number]['points']) => {
    const byDay = new Map(points.map(({ at, requests }) => [at, Number(requests)]));
    return buckets.map((at) => byDay.get(at) ?? 0);
  };
  const series = data.series.map(({ key, label, points }) => ({
    key: key ?? '',
    label: label ?? key ?? others,
    values: valuesOf(points),
  }));
  const rest = data.other && { key: 'other', label: others, values: valuesOf(data.other.points), isRest: true };
  return { buckets, series: rest ? [...series, rest] : series };
}

const dayMs = 86_400_000;
const startOfDay = (iso: string) => Math.floor(Date.parse(iso) / dayMs) * dayMs;
