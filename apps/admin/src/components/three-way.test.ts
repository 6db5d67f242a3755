import { describe, expect, it } from 'vitest';
import { collisions, differences, merged, withChosen } from './three-way.js';

const base = { name: 'A', site: 'x', note: '' };

describe('two people who changed one record', () => {
  it('keep both changes where they touched different fields', () => {
    const yours = { ...base, name: 'B' };
    const theirs = { ...base, site: 'y' };
    expect(merged(base, yours, theirs)).toEqual({ name: 'B', site: 'y', note: '' });
    expect(collisions(base, yours, theirs)).toEqual([]);
  });
  it('collide in a field that both changed, and not where they agree', () => {
    const yours = { ...base, name: 'B', note: 'same' };
    const theirs = { ...base, name: 'C', note: 'same' };
    expect(collisions(base, yours, theirs)).toEqual(['name']);
    expect(differences(base, yours, theirs)).toEqual([{ field: 'name', yours: 'B', theirs: 'C', isTouched: true }]);
  });
  it('collide in a list by what it holds, and not by which list it is', () => {
    const listed = { tags: ['a', 'b'] };
    expect(differences(listed, { tags: ['a', 'b'] }, { tags: ['a', 'b'] })).toEqual([]);
    expect(collisions(listed, { tags: ['a'] }, { tags: ['b'] })).toEqual(['tags']);
  });
  it('get the version that was chosen of each field', () => {
    const theirs = { name: 'C', site: 'y', note: '' };
    expect(withChosen({ ...base, name: 'B' }, theirs, { name: 'yours', site: 'theirs' })).toEqual({
      ...theirs,
      name: 'B',
    });
  });
  it('tell which of the differences is one’s own', () => {
    const found = differences(base, { ...base, name: 'B' }, { ...base, site: 'y' });
    expect(found.map(({ field, isTouched }) => [field, isTouched])).toEqual([
      ['name', true],
      ['site', false],
    ]);
  });
});
