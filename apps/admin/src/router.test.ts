import { expect, it } from 'vitest';
import { panelRoutes } from '../scripts/panel-routes.mjs';
import { router } from './router.js';
import { parseSearch } from './routes/search.js';

it('has the pages that the budgets and the journeys read from its files', () => {
  const known = Object.keys(router.routesByPath).map((path) => path.replace(/(.)\/$/, '$1'));
  expect(panelRoutes().map(({ path }) => path)).toEqual([...new Set(known)].sort((a, b) => a.localeCompare(b)));
});

it.each([
  ['/login', '?to=%2F%2Fevil.example'],
  ['/login', '?to=https%3A%2F%2Fevil.example'],
  ['/models', '?sort=nope&page=abc'],
])('gives the page at %s nothing that %s has no right to hold', (pathname, text) => {
  const search = parseSearch(text);
  const matches = router.matchRoutes(pathname, search);
  const held = matches.at(-1)?.search ?? {};
  expect(Object.entries(held).filter(([, value]) => value !== undefined)).toEqual([]);
});
