import { describe, expect, it } from 'vitest';
import { exampleCost, isFree, perMillion, pricePer, shortPrice, type PriceUnit } from './price.js';

const cost = (pricingInput: string, pricingOutput: string) => exampleCost({ pricingInput, pricingOutput });

describe('exampleCost', () => {
  it.each([
    ['2.50', '10', '0.0075'],
    ['0.15', '0.60', '0.00045'],
    // Floats give 0.00029999999999999997 here.
    ['0.1', '0.4', '0.0003'],
    ['0.000001', '0', '0.000000001'],
    ['9999.999999', '9999.999999', '14.9999999985'],
    ['0', '0', '0'],
  ])('of %s in and %s out is exactly %s', (input, output, expected) => {
    expect(cost(input, output)).toBe(expected);
  });
  it('counts only the price that is given', () => {
    expect([cost('0.02', ''), cost(' ', '4')]).toEqual(['0.00002', '0.002']);
  });
  it('says nothing without a price or with one that is none', () => {
    expect([cost('', ''), cost('2,5', '1'), cost('1', '-1'), cost('12345', '1')]).toEqual([null, null, null, null]);
  });
});

describe('shortPrice', () => {
  it.each([
    ['2.500000', '2.5'],
    ['0.000000', '0'],
    ['10', '10'],
    ['0010.10', '10.1'],
    ['100', '100'],
    ['abc', 'abc'],
  ])('writes %s as %s', (price, expected) => {
    expect(shortPrice(price)).toBe(expected);
  });
  it('tells free from cheap', () => {
    expect([isFree('0.000000'), isFree('0.000001')]).toEqual([true, false]);
  });
});

describe('a price for another unit', () => {
  it.each<[PriceUnit, string, string]>([
    ['token', '2.5', '0.0000025'],
    ['thousand', '2.5', '0.0025'],
    ['million', '2.5', '2.5'],
    ['token', '0.000001', '0.000000000001'],
    ['thousand', '9999.999999', '9.999999999'],
    ['token', '0', '0'],
    ['thousand', '1234', '1.234'],
  ])('per %s is of %s exactly %s, and back', (unit, price, expected) => {
    expect(pricePer(unit, price)).toBe(expected);
    expect(perMillion(unit, expected)).toBe(price);
  });
  it('leaves alone what is no number', () => {
    expect(['', '2,5', '-1', '.', '1.'].map((text) => perMillion('token', text))).toEqual(['', '2,5', '-1', '.', '1.']);
  });
});
