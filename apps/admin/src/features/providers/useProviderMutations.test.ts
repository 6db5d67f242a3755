import { describe, expect, it } from 'vitest';
import { buildProvider } from './fixtures/provider.js';
import { withActive } from './useProviderMutations.js';

describe('withActive', () => {
  const [first, second] = [buildProvider(), buildProvider()];
  const list = { items: [first, second], total: 2, can: { create: true } };

  it('switches the one provider at once', () => {
    const { items } = withActive(list, { publicId: second.publicId, patch: { isActive: false } });
    expect(items.map(({ isActive }) => isActive)).toEqual([true, false]);
  });
  it('leaves the list alone for any other change', () => {
    expect(withActive(list, { publicId: second.publicId, patch: { displayName: 'X' } })).toBe(list);
  });
});
