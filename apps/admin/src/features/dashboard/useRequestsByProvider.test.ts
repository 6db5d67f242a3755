import type { UsageSeries } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { changeOf } from './change.js';
import { lastDays } from './range.js';
import { plotted } from './useRequestsByProvider.js';

const point = (at: string, requests: string) => ({
  at,
  requests,
  errors: '0',
  inputTokens: '0',
  outputTokens: '0',
  cost: null,
  averageLatencyMs: null,
  latencyP50Ms: null,
  latencyP95Ms: null,
});
const answer = (series: UsageSeries['series'], other: UsageSeries['other'] = null): UsageSeries => ({
  from: '2026-11-23T00:00:00.000Z',
  to: '2026-11-25T10:30:00.000Z',
  grain: 'day',
  series,
  other,
});
const openai = { key: 'openai', provider: null, label: 'OpenAI', points: [point('2026-11-24T00:00:00.000Z', '7')] };

describe('the chart of requests', () => {
  it('has every day of the range, those without a request as 0', () => {
    expect(plotted(answer([openai]), 'Others')).toEqual({
      buckets: ['2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
      series: [{ key: 'openai', label: 'OpenAI', values: [0, 7, 0] }],
    });
  });
  it('sums the rest in a series of its own', () => {
    const other = { groups: 2, points: [point('2026-11-25T00:00:00.000Z', '3')] };
    expect(plotted(answer([openai], other), 'Others').series[1]).toMatchObject({ label: 'Others', values: [0, 0, 3] });
  });
  it('is empty where there was none', () => {
    expect(plotted(answer([]), 'Others').buckets).toEqual([]);
  });
});

describe('lastDays', () => {
  it('are days in UTC and end with today', () => {
    expect(lastDays(Date.parse('2026-03-01T00:00:00Z'), 2)).toEqual([
      '2026-02-28T00:00:00.000Z',
      '2026-03-01T00:00:00.000Z',
    ]);
  });
});

describe('changeOf', () => {
  it.each([
    ['150', '100', 0.5],
    ['50', '100', -0.5],
    ['5', '0', null],
  ])('from %s after %s is %s', (now, before, change) => {
    expect(changeOf(now, before)).toBe(change);
  });
});
