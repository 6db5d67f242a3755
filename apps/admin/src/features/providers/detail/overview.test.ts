import type { JsonObject } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { linksOf } from './config-links.js';
import { requestsChart } from './usage-chart.js';

const words = { requests: 'Requests', formatBucket: String, formatValue: String, formatTick: String };
const figures = {
  errors: '0',
  inputTokens: '0',
  outputTokens: '0',
  cost: null,
  averageLatencyMs: null,
  latencyP50Ms: null,
  latencyP95Ms: null,
};

describe('requestsChart', () => {
  const range = {
    from: '2026-11-01T10:00:00.000Z',
    to: '2026-11-04T10:00:00.000Z',
    grain: 'day' as const,
    other: null,
  };

  it('has each day of the range, with 0 where nothing was asked', () => {
    const points = [{ at: '2026-11-02T00:00:00.000Z', requests: '12', ...figures }];
    const chart = requestsChart({ ...range, series: [{ key: null, provider: null, label: null, points }] }, words);
    expect(chart.buckets.map((bucket) => bucket.slice(0, 10))).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
      '2026-11-04',
    ]);
    expect(chart.series[0]?.values).toEqual([0, 12, 0, 0]);
  });
  it('draws nothing where there was nothing', () => {
    expect(requestsChart({ ...range, series: [] }, words).buckets).toEqual([]);
  });
});

describe('linksOf', () => {
  it('finds the pages that the config names, in the order of what is looked for most', () => {
    const links = { keys: 'https://a.example/keys', docs: 'https://a.example/docs', other: 'https://a.example/other' };
    expect(linksOf({ config: { links } })).toEqual([
      ['docs', 'https://a.example/docs'],
      ['keys', 'https://a.example/keys'],
    ]);
  });
  it.each<JsonObject | undefined>([
    undefined,
    {},
    { links: 'https://a.example' },
    { links: null },
    {
      links: {
        docs: 'http://a.example',
        pricing: 'javascript:alert(1)',
        keys: ['https://a.example'],
        errors: 'https:',
      },
    },
  ])('finds none in %j', (config) => {
    expect(linksOf({ config })).toEqual([]);
  });
});
