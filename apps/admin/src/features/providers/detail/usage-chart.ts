import type { UsageSeries } from '@ai-providers/contracts';
import type { ChartData } from '../../../components/chart.js';

const dayMs = 86_400_000;

interface Words {
  requests: string;
  formatBucket: ChartData['formatBucket'];
  formatValue: ChartData['formatValue'];
  formatTick: ChartData['formatValue'];
}

/** Requests by day, with a 0 for the days on which there were none; nothing to draw where there were none at all. */
export function requestsChart({ from, to, series }: UsageSeries, words: Words): ChartData {
  const points = series.flatMap(({ points: own }) => own);
  const counts = new Map(points.map(({ at, requests }) => [at.slice(0, 10), Number(requests)]));
  const days = points.length === 0 ? [] : daysOf(from, to);
  const values = days.map((day) => counts.get(day) ?? 0);
  return {
    kind: 'area',
    buckets: days.map((day) => `${day}T00:00:00.000Z`),
    series: [{ key: 'requests', label: words.requests, values }],
    formatBucket: words.formatBucket,
    formatValue: words.formatValue,
    formatTick: words.formatTick,
  };
}

/** The UTC days of a range, as YYYY-MM-DD. */
function daysOf(from: string, to: string): string[] {
  const first = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  const count = Math.ceil((Date.parse(to) - first) / dayMs);
  return Array.from({ length: count }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
}
