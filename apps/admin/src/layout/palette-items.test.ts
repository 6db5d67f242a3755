import { describe, expect, it } from 'vitest';
import { matching, shareRows, type PaletteGroup } from './palette-items.js';
import { inBoth, isMeant } from './palette-words.js';

const item = (id: string, ...names: string[]) => ({ id, label: id, names, run: () => undefined });

describe('the palette', () => {
  const providers = inBoth(({ common }) => common.nav.providers);
  const models = inBoth(({ common }) => common.nav.models);

  it.each(['prov', 'PROVIDERS', 'ارائه‌دهنده', 'ارائهدهنده', 'ارائه دهنده'.replace(' ', '\u200c')])(
    'finds the providers by %s in either language',
    (query) => {
      expect([isMeant(query, providers), isMeant(query, models)]).toEqual([true, false]);
    },
  );
  it('finds a name typed on an Arabic keyboard', () => {
    expect(
      isMeant(
        'كليد',
        inBoth(({ common }) => common.nav.keys),
      ),
    ).toBe(true);
  });
  it('wants every word that was typed, in any order', () => {
    expect([isMeant('key my', ['My keys']), isMeant('my models', ['My keys'])]).toEqual([true, false]);
  });
  it('shows everything where nothing was typed', () => {
    expect(isMeant(' ', ['anything'])).toBe(true);
  });
  it('leaves out groups without a line', () => {
    const groups: PaletteGroup[] = [
      { id: 'a', label: 'A', items: [item('one', 'uno'), item('two')] },
      { id: 'b', label: 'B', items: [item('three')] },
    ];
    expect(matching(groups, 'uno').map(({ items }) => items.map(({ id }) => id))).toEqual([['one']]);
  });
});

describe('the rows of records', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => at);
  it.each([
    [8, 8, 4, 4],
    [8, 1, 7, 1],
    [0, 8, 0, 8],
    [2, 8, 2, 6],
    [3, 2, 3, 2],
  ])('of %i providers and %i models are %i and %i', (providers, models, shownProviders, shownModels) => {
    const shared = shareRows(rows(providers), rows(models));
    expect([shared.providers.length, shared.models.length]).toEqual([shownProviders, shownModels]);
  });
});
