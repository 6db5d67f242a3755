import { describe, expect, it } from 'vitest';
import { priceOn } from './price.js';

const columns = { pricingInput: '2.000000', pricingOutput: '10.000000' };
const scheduled = [
  { from: '2027-03-01', input: 8 },
  { from: '2026-12-01', input: 4, output: 20 },
];
const on = (day: string, pricing: unknown = { scheduled }) => priceOn({ ...columns, pricing }, day);

describe('the price of a model', () => {
  it.each([
    ['2026-11-30', '2.000000', '10.000000', null],
    ['2026-12-01', '4.000000', '20.000000', '2026-12-01'],
    ['2027-02-28', '4.000000', '20.000000', '2026-12-01'],
    ['2027-03-01', '8.000000', '20.000000', '2027-03-01'],
  ])('is on %s %s in and %s out', (day, input, output, from) => {
    expect(on(day)).toEqual({ input, output, from });
  });

  it('reads small numbers as they are meant', () => {
    const small = { scheduled: [{ from: '2026-01-01', input: 0.0000016, output: '0.000001' }] };
    expect(on('2026-11-24', small)).toEqual({ input: '0.000002', output: '0.000001', from: '2026-01-01' });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no list of prices', { scheduled: 'soon' }],
    ['a price without a day', { scheduled: [{ input: 1 }, null, 'x', [1]] }],
    [
      'a day that does not exist',
      {
        scheduled: [
          { from: '2026-02-31', input: 1 },
          { from: 'soon', input: 1 },
        ],
      },
    ],
  ])('goes by the columns where the configuration holds %s', (_what, pricing) => {
    expect(on('2026-11-24', pricing)).toEqual({ input: '2.000000', output: '10.000000', from: null });
  });

  it.each([[-1], [1e300], [Number.NaN], ['1e5'], [true], [{}], [12345]])('keeps the price before for %s', (input) => {
    expect(on('2026-11-24', { scheduled: [{ from: '2026-01-01', input }] }).input).toBe('2.000000');
  });
});
