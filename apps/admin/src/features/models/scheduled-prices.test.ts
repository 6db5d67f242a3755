import { describe, expect, it } from 'vitest';
import { inUnit, newScheduledPrice, withoutScheduled, withScheduled } from './scheduled-prices.js';

const config = {
  note: 'x',
  pricing: { cache_read: 0.1, scheduled: [{ from: '2026-12-01', input: 4, output: '20.5', cache_read: 0.2 }] },
};

describe('scheduled prices', () => {
  const [rest, scheduled] = withoutScheduled(config);

  it('leave the config, and come back as they were', () => {
    expect(rest).toEqual({ note: 'x', pricing: { cache_read: 0.1 } });
    expect(scheduled).toMatchObject([{ from: '2026-12-01', input: '4', output: '20.5' }]);
    expect(withScheduled(rest, scheduled, 'million')).toEqual(config);
  });

  it('keep what the form does not show, and write what was typed to its last digit', () => {
    const changed = scheduled.map((each) => ({ ...each, input: '4.000001', output: '' }));
    expect(withScheduled(rest, changed, 'million').pricing).toEqual({
      cache_read: 0.1,
      scheduled: [{ from: '2026-12-01', input: '4.000001', cache_read: 0.2 }],
    });
  });

  it('are told for another unit, and stored for a million tokens', () => {
    const perThousand = inUnit(scheduled, 'million', 'thousand');
    expect(perThousand).toMatchObject([{ input: '0.004', output: '0.0205' }]);
    expect(withScheduled(rest, perThousand, 'thousand')).toEqual(config);
  });

  it('take none away that were typed as JSON', () => {
    const typed = { pricing: { scheduled: [{ from: '2027-01-01', input: 1 }] } };
    const added = { ...newScheduledPrice(), from: '2026-12-24', input: '2' };
    expect(withScheduled(typed, [added], 'million').pricing).toEqual({
      scheduled: [
        { from: '2026-12-24', input: '2' },
        { from: '2027-01-01', input: 1 },
      ],
    });
  });

  it.each([
    ['no list', { pricing: { scheduled: 'soon' } }],
    ['a list of words', { pricing: { scheduled: ['soon'] } }],
    ['a price in words', { pricing: 'dear' }],
  ])('stay in the config where they are %s', (_what, odd) => {
    expect(withoutScheduled(odd)).toEqual([odd, []]);
    expect(withScheduled(odd, [], 'million')).toBe(odd);
  });
});
