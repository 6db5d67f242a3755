import { providerCreateInput, providerPatch } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { buildProvider } from './fixtures/provider.js';
import { blankProvider, changesTo, shownSlug, toCreateInput, toPatch, valuesOf } from './provider-values.js';

describe('a new provider', () => {
  it('leaves a slug that follows the name to the server, and shows what it will be', () => {
    const values = { ...blankProvider, name: 'هوش مصنوعی ۲' };
    expect([shownSlug(values), toCreateInput(values)]).toEqual([
      'hvsh-msnvay-2',
      expect.not.objectContaining({ slug: expect.anything() }),
    ]);
  });
  it('sends the slug that was typed, an emptied one too, so that it is refused and not replaced', () => {
    expect(toCreateInput({ ...blankProvider, name: 'A', slug: '', slugFollows: false })).toMatchObject({ slug: '' });
  });
  it('leaves out a display name that was not given', () => {
    expect(toCreateInput({ ...blankProvider, name: 'A', displayName: '  ' })).not.toHaveProperty('displayName');
  });
  it('needs a name only', () => {
    expect(providerCreateInput.safeParse(toCreateInput({ ...blankProvider, name: 'A' })).success).toBe(true);
    expect(providerCreateInput.safeParse(toCreateInput(blankProvider)).success).toBe(false);
  });
  it.each([
    ['۱۲', 12],
    ['-3', -3],
    ['', 0],
  ])('reads the order %j as %j', (sortOrder, expected) => {
    expect(toCreateInput({ ...blankProvider, sortOrder })).toMatchObject({ sortOrder: expected });
  });
  it('has an order that is no number refused', () => {
    expect(
      providerPatch.safeParse(toPatch({ ...blankProvider, name: 'A', slug: 'a', displayName: 'A', sortOrder: '1.5' }))
        .success,
    ).toBe(false);
  });
});

describe('changesTo', () => {
  const stored = buildProvider({ config: { auth: { scheme: 'bearer' } }, sortOrder: 3 });

  it('is empty for a form that nobody touched', () => {
    expect(changesTo(stored, valuesOf(stored))).toEqual({});
  });
  it('holds what was changed and nothing else', () => {
    const values = { ...valuesOf(stored), displayName: 'Other', allowPersonalKeys: !stored.allowPersonalKeys };
    expect(changesTo(stored, values)).toEqual({
      displayName: 'Other',
      allowPersonalKeys: !stored.allowPersonalKeys,
    });
  });
  it('takes a configuration for the same however it is laid out', () => {
    expect(changesTo(stored, { ...valuesOf(stored), config: '{"auth":{"scheme":"bearer"}}' })).toEqual({});
  });
  it('sees a configuration that does not parse as a change, so that it is checked and refused', () => {
    const patch = changesTo(stored, { ...valuesOf(stored), config: '{"auth":' });
    expect(providerPatch.safeParse(patch).success).toBe(false);
  });
  it('never holds a key', () => {
    expect(Object.keys(valuesOf(stored))).not.toContain('sharedApiKey');
  });
});
