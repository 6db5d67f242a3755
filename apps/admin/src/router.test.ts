import { expect, it } from 'vitest';
import { router } from './router.js';
import { parseSearch } from './routes/search.js';

it.each([
  ['/login', '?next=%2F%2Fevil.example'],
  ['/login', '?next=https%3A%2F%2Fevil.example'],
  ['/models', '?sort=nope&page=abc'],
])('gives the page at %s nothing that %s has no right to hold', (pathname, text) => {
  const matches = router.matchRoutes(pathname, parseSearch(text));
  const held = matches.at(-1)?.search ?? {};
  expect(Object.entries(held).filter(([, value]) => value !== undefined)).toEqual([]);
});
