import { describe, expect, it } from 'vitest';
import { exportAddress, selectionAddress } from './export-address.js';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, name: '' }));

describe('exportAddress', () => {
  it('narrows and orders the file as the list is', () => {
    expect(exportAddress({})).toBe('/exports/models.csv');
    expect(exportAddress({ provider: ['a', 'b'], status: 'active', sort: '-name', page: 3 })).toBe(
      '/exports/models.csv?provider=a&provider=b&isActive=true&sort=-name',
    );
  });
});

describe('selectionAddress', () => {
  it('names single rows, and a filter for all that match it', () => {
    expect(selectionAddress({ matching: null, rows: rows(2) }, { isActive: true })).toBe(
      '/exports/models.csv?ids=id-0,id-1',
    );
    expect(selectionAddress({ matching: 9, rows: rows(2) }, { capability: ['chat', 'vision'], search: 'a b' })).toBe(
      '/exports/models.csv?capability=chat&capability=vision&search=a+b',
    );
  });
  it('has none where the ids would not fit', () => {
    expect(selectionAddress({ matching: null, rows: rows(201) }, {})).toBeNull();
  });
});
