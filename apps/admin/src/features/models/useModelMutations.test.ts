import { describe, expect, it } from 'vitest';
import { buildModel } from './fixtures/model.js';
import { withActive } from './useModelMutations.js';

describe('withActive', () => {
  const [first, second] = [buildModel(), buildModel()];
  const list = { items: [first, second], total: 2, can: { create: true } };

  it('switches the one model at once', () => {
    const { items } = withActive(list, { publicId: second.publicId, patch: { isActive: false } });
    expect(items.map(({ isActive }) => isActive)).toEqual([true, false]);
  });
  it('leaves the list alone for any other change', () => {
    expect(withActive(list, { publicId: second.publicId, patch: { name: 'X' } })).toBe(list);
  });
});
