import type { UsageSeries } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { chartOf, latencyLines } from './usage-chart.js';

const words = {
  name: ({ key }: { key: string | null }) => key ?? 'unnamed',
  other: (groups: number) => `${groups} others`,
};
const point = (day: string, requests: string) => ({
  at: `${day}T00:00:00.000Z`,
  requests,
  errors: '0',
  inputTokens: '0',
  outputTokens: '0',
  cost: null,
  averageLatencyMs: null,
  latencyP50Ms: null,
  latencyP95Ms: null,
});
const answer: UsageSeries = {
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-11-03T10:00:00.000Z',
  grain: 'day',
  series: [
    { key: 'gpt', provider: 'one', label: null, points: [point('2026-11-01', '4'), point('2026-11-03', '2')] },
    { key: 'gpt', provider: 'two', label: null, points: [point('2026-11-02', '1')] },
  ],
  other: { groups: 3, points: [point('2026-11-03', '7')] },
};
const count = ({ requests }: { requests: string }) => Number(requests);

describe('chartOf', () => {
  it('has a value for each bucket, and the rest last', () => {
    const { buckets, series, isPartial } = chartOf(answer, count, { empty: 0, words });
    expect(buckets).toHaveLength(3);
    expect(series.map(({ label, values }) => [label, ...values])).toEqual([
      ['gpt', 4, 0, 2],
      ['gpt', 0, 1, 0],
      ['3 others', 0, 0, 7],
    ]);
    expect(series.map(({ isRest = false }) => isRest)).toEqual([false, false, true]);
    expect(isPartial).toBe(true);
  });

  it('tells the models of two providers apart by their keys', () => {
    const keys = chartOf(answer, count, { empty: 0, words }).series.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });

  it('leaves a gap where nothing was measured', () => {
    const [first] = chartOf(answer, ({ averageLatencyMs }) => averageLatencyMs, { empty: null, words }).series;
    expect(first?.values).toEqual([null, null, null]);
  });

  it('draws nothing where there was no request', () => {
    expect(chartOf({ ...answer, series: [], other: null }, count, { empty: 0, words }).buckets).toEqual([]);
  });
});

describe('latencyLines', () => {
  const timed = { ...point('2026-11-02', '3'), latencyP50Ms: 254, latencyP95Ms: 310 };
  const asked = (points: UsageSeries['series'][number]['points']): UsageSeries => ({
    ...answer,
    series: [{ key: null, provider: null, label: null, points }],
    other: null,
  });
  const labels = { p50: 'half', p95: 'nearly all' };

  it('are two, with a gap where nothing was measured', () => {
    const { buckets, series, isPartial } = latencyLines(asked([point('2026-11-01', '1'), timed]), labels);
    expect(buckets).toHaveLength(3);
    expect(series.map(({ key, label, values }) => [key, label, ...values])).toEqual([
      ['p50', 'half', null, 254, null],
      ['p95', 'nearly all', null, 310, null],
    ]);
    expect(isPartial).toBe(true);
  });

  it('are none where no request told its latency', () => {
    expect(latencyLines(asked([point('2026-11-01', '1')]), labels).buckets).toEqual([]);
  });
});
