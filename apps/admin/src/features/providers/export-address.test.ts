import { describe, expect, it } from 'vitest';
import { exportAddress } from './export-address.js';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `id-${index}`, name: '' }));

describe('exportAddress', () => {
  it('names single rows, and a filter for all that match it', () => {
    expect(exportAddress({ matching: null, rows: rows(2) }, { isActive: true })).toBe(
      '/exports/providers.csv?ids=id-0,id-1',
    );
    expect(exportAddress({ matching: 9, rows: [] }, { isActive: true, search: 'a b' })).toBe(
      '/exports/providers.csv?isActive=true&search=a+b',
    );
  });
  it('has none where the ids would not fit', () => {
    expect(exportAddress({ matching: null, rows: rows(201) }, {})).toBeNull();
  });
});
