import { describe, expect, it } from 'vitest';
import { placeAt, withMoved } from './provider-order.js';

const rows = ['a', 'b', 'c', 'd'].map((publicId) => ({ publicId }));
const list = { items: rows, total: 9 };
const order = (items: ReadonlyArray<{ publicId: string }>) => items.map(({ publicId }) => publicId).join('');

describe('placeAt', () => {
  it.each([
    ['d', 0, 0, { afterId: null }],
    ['a', 2, 0, { afterId: 'c' }],
    ['d', 1, 0, { afterId: 'a' }],
    ['a', 3, 50, { afterId: 'd' }],
    // Who stands before this page is not known here.
    ['d', 0, 50, { position: 51 }],
    ['a', -1, 50, { position: 50 }],
    ['d', 4, 50, { position: 55 }],
  ])('of %s at %i with %i before it', (publicId, index, before, place) => {
    expect(placeAt(rows, publicId, index, before)).toEqual({ publicId, ...place });
  });
});

describe('withMoved', () => {
  it.each([
    [{ publicId: 'd', afterId: null }, 0, 'dabc'],
    [{ publicId: 'a', afterId: 'c' }, 0, 'bcad'],
    [{ publicId: 'a', position: 4 }, 0, 'bcda'],
    [{ publicId: 'a', position: 53 }, 50, 'bcad'],
  ])('puts %j among %i before it as %s', (move, before, expected) => {
    expect(order(withMoved(list, move, before).items)).toBe(expected);
  });

  it.each([
    [{ publicId: 'a', afterId: null }, 50],
    [{ publicId: 'a', position: 99 }, 0],
    [{ publicId: 'a', afterId: 'elsewhere' }, 0],
    [{ publicId: 'elsewhere', afterId: 'a' }, 0],
  ])('leaves the page alone for %j', (move, before) => {
    expect(withMoved(list, move, before)).toBe(list);
  });
});
