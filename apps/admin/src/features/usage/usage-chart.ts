import type { UsageFigures, UsageSeries } from '@ai-providers/contracts';
import type { ChartSeries } from '../../components/chart.js';
import { bucketsOf, isPartial } from './usage-range.js';

/** What a group is called where the registry does not know it. */
export interface GroupWords {
  name: (group: { key: string | null; label: string | null }) => string;
  other: (groups: number) => string;
}

type Point = UsageFigures & { at: string };

/** The points of an answer as a chart draws them: a place for each bucket, whether or not it had a request. */
export function chartOf(
  answer: UsageSeries,
  read: (figures: UsageFigures) => number | null,
  { empty, words }: { empty: number | null; words: GroupWords },
): { buckets: string[]; series: ChartSeries[]; isPartial: boolean } {
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
