import { describe, expect, it } from 'vitest';
import { loginRoute } from './login.js';
import { modelsRoute } from './models.js';
import { providerDetailRoute } from './provider-detail.js';
import { providersRoute } from './providers.js';
import { parseSearch, stringifySearch } from './search.js';
import { usageRoute } from './usage.js';

const read = (route: { options: { validateSearch?: unknown } }, address: string): unknown =>
  (route.options.validateSearch as (search: unknown) => unknown)(parseSearch(address)); // every route gives a function

describe('the address', () => {
  it('keeps a search for digits as text', () => {
    expect(read(providersRoute, '?search=123&page=3')).toEqual({ search: '123', page: 3 });
  });
  it('drops what is unknown or broken and keeps the rest', () => {
    expect(read(modelsRoute, '?utm=1&page=abc&sort=nope&capability=vision&model=7')).toEqual({
      capability: ['vision'],
    });
  });
  it('drops a day that no calendar has', () => {
    expect(read(usageRoute, '?range=custom&from=2026-02-31&to=2026-03-02')).toEqual({
      range: 'custom',
      to: '2026-03-02',
    });
  });
  it('of a provider holds the list of its models beside the report on its usage', () => {
    const open = '00000000-0000-4000-9000-000000000001';
    const models = `tab=models&order=-contextWindow&open=${open}&capability=vision&minContext=9&maxContext=8`;
    expect(read(providerDetailRoute, `?${models}&sort=-requests&model=gpt-4o`)).toEqual({
      tab: 'models',
      order: '-contextWindow',
      open,
      capability: ['vision'],
      minContext: 9,
      sort: '-requests',
      model: 'gpt-4o',
    });
  });
  it('leaves out what is not set', () => {
    expect(stringifySearch({ search: '', page: undefined, status: 'active' })).toBe('?status=active');
  });
  it('survives the round trip in any script', () => {
    expect(parseSearch(stringifySearch({ search: 'کلید & مدل=۱' }))).toEqual({ search: 'کلید & مدل=۱' });
  });
});

describe('login?to=', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'refuses %j',
    (next) => {
      expect(read(loginRoute, `?to=${encodeURIComponent(next)}`)).toEqual({});
    },
  );
  it('keeps a path of the panel', () => {
    expect(read(loginRoute, '?to=%2Fmodels%3Fpage%3D2')).toEqual({ to: '/models?page=2' });
  });
});
