import type { UsageSeries } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { burnDownOf } from './burn-down.js';

const unknown = {
  errors: '0',
  inputTokens: '0',
  outputTokens: '0',
  cost: null,
  averageLatencyMs: null,
  latencyP50Ms: null,
  latencyP95Ms: null,
};
const november = (to: string, requests: string[]): UsageSeries => ({
  from: '2026-11-01T00:00:00.000Z',
  to,
  grain: 'day',
  series: [
    {
      key: null,
      provider: null,
      label: null,
      points: requests.map((each, day) => ({ at: `2026-11-0${day + 1}T00:00:00.000Z`, requests: each, ...unknown })),
    },
  ],
  other: null,
});

describe('burnDownOf', () => {
  it('adds up the days so far, beside an even pace to the limit', () => {
    const { days, used, pace } = burnDownOf(november('2026-11-03T12:00:00.000Z', ['10', '20', '5']), 300);
    expect(days).toHaveLength(30);
    expect(used.slice(0, 5)).toEqual([10, 30, 35, null, null]);
    expect([pace[0], pace[29]]).toEqual([10, 300]);
  });

  it('foretells the day on which the limit is reached', () => {
    const { reachedAt, expected } = burnDownOf(november('2026-11-03T00:00:00.000Z', ['10', '10']), 100);
    expect(reachedAt).toBe('2026-11-11T00:00:00.000Z'); // ten a day
    expect(expected).toBe(300);
  });

  it('foretells none where the month ends first, or where nothing was used', () => {
    expect(burnDownOf(november('2026-11-03T00:00:00.000Z', ['1', '1']), 100)).toMatchObject({
      reachedAt: null,
      expected: 30,
    });
    expect(burnDownOf(november('2026-11-03T00:00:00.000Z', []), 100)).toMatchObject({ reachedAt: null, expected: 0 });
  });
});
