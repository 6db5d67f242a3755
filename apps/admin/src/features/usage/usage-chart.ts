import type { UsageFigures, UsageSeries } from '@ai-providers/contracts';
import type { ChartSeries } from '../../components/chart.js';
import { bucketsOf, isPartial } from './usage-range.js';

/** What a group is called where the registry does not know it. */
export interface GroupWords {
  name: (group: { key: string | null; label: string | null }) => string;
  other: (groups: number) => string;
}

/** The points of an answer as a chart draws them. */
export interface DrawnSeries {
  buckets: string[];
  series: ChartSeries[];
  isPartial: boolean;
}

type Point = UsageFigures & { at: string };

/** One series for each group, with a place for each bucket, whether or not it had a request. */
export function chartOf(
  answer: UsageSeries,
  read: (figures: UsageFigures) => number | null,
  { empty, words }: { empty: number | null; words: GroupWords },
): DrawnSeries {
  const buckets = answer.series.length === 0 ? [] : bucketsOf(answer, answer.grain);
  const values = (points: readonly Point[]) => {
    const byTime = new Map(points.map((point) => [Date.parse(point.at), read(point)]));
    return buckets.map((bucket) => byTime.get(Date.parse(bucket)) ?? empty);
  };
  const named = answer.series.map((each) => ({
    key: [each.provider, each.key].filter((part) => part !== null).join('/'),
    label: words.name(each),
    values: values(each.points),
  }));
  const rest = answer.other && {
    key: '',
    label: words.other(answer.other.groups),
    values: values(answer.other.points),
    isRest: true,
  };
  return { buckets, series: rest ? [...named, rest] : named, isPartial: isPartial(answer, answer.grain) };
}

/** Both percentiles of an answer without groups; nothing to draw where no request told its latency. */
export function latencyLines(answer: UsageSeries, words: { p50: string; p95: string }): DrawnSeries {
  const line = (key: 'p50' | 'p95', read: (figures: UsageFigures) => number | null) => {
    const named = answer.series.map((each) => ({ ...each, key, label: words[key] }));
    return chartOf({ ...answer, series: named }, read, { empty: null, words: byLabel });
  };
  const p50 = line('p50', ({ latencyP50Ms }) => latencyP50Ms);
  const p95 = line('p95', ({ latencyP95Ms }) => latencyP95Ms);
  const series = [...p50.series, ...p95.series];
  const isTold = series.some(({ values }) => values.some((value) => value !== null));
  return { ...p50, series, buckets: isTold ? p50.buckets : [] };
}

const byLabel: GroupWords = { name: ({ label }) => label ?? '', other: String };
