import { adminFilter } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { filterOf, isFiltered, pageOf, type AdminsSearch } from './useAdminsSearch.js';

describe('the address of the list of admins', () => {
  it('filters as the server takes it', () => {
    const search: AdminsSearch = { search: 'sara', role: 'super', state: 'invited', near: 'no', sort: 'name', page: 2 };
    const filter = filterOf(search);
    expect(filter).toEqual({ search: 'sara', role: 'super', state: 'invited', nearLimit: false });
    expect(adminFilter.parse(filter)).toEqual(filter);
  });
  it('filters by nothing where it holds nothing, or a sort alone', () => {
    expect([isFiltered({}), isFiltered({ sort: 'name', page: 3 }), isFiltered({ near: 'yes' })]).toEqual([
      false,
      false,
      true,
    ]);
  });
  it('begins at the first page of fifty', () => {
    expect([pageOf({}), pageOf({ page: 3, pageSize: 25 })]).toEqual([
      { page: 1, pageSize: 50 },
      { page: 3, pageSize: 25 },
    ]);
  });
});
