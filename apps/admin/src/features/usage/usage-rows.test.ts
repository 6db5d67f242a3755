import type { UsageFigures, UsageSummary } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { usageRows } from './usage-rows.js';

const figures = (requests: string, cost: string | null): UsageFigures => ({
  requests,
  cost,
  errors: '0',
  inputTokens: '0',
  outputTokens: '0',
  averageLatencyMs: null,
  latencyP50Ms: null,
  latencyP95Ms: null,
});
const group = (key: string, requests: string, cost: string | null) => ({
  key,
  provider: null,
  label: null,
  figures: figures(requests, cost),
});
const summary: UsageSummary = {
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-11-02T00:00:00.000Z',
  total: figures('1112', '4'),
  before: { from: '2026-10-31T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z', total: figures('0', '0') },
  groups: [group('b', '9', null), group('a', '100', '1.5'), group('c', '1000', '0.25')],
  other: { groups: 2, figures: figures('3', '1') },
  nearest: null,
};
const words = {
  name: ({ key }: { key: string | null }) => key ?? '',
  other: (groups: number) => `${groups} others`,
  total: 'all',
  compare: (one: string, two: string) => one.localeCompare(two),
};
const names = (sort?: Parameters<typeof usageRows>[1]) => usageRows(summary, sort, words).map(({ name }) => name);

describe('usageRows', () => {
  it('begin with the most requests, counted as numbers, and end with the rest and with all', () => {
    expect(names()).toEqual(['c', 'a', 'b', '2 others', 'all']);
    expect(names('requests')).toEqual(['b', 'a', 'c', '2 others', 'all']);
  });
  it('are sorted by name', () => {
    expect(names('name').slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(names('-name').slice(0, 3)).toEqual(['c', 'b', 'a']);
  });
  it('have what is unknown last, both ways', () => {
    expect(names('cost').slice(0, 3)).toEqual(['c', 'a', 'b']);
    expect(names('-cost').slice(0, 3)).toEqual(['a', 'c', 'b']);
  });
});
