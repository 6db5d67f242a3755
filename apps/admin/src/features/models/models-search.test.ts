import { expect, it } from 'vitest';
import { filterOf } from './useModelsSearch.js';

it.each([
  ['active', { isActive: true }],
  ['inactive', { isActive: false }],
  ['retired', { isRetired: true }],
  ['retiredActive', { isRetired: true, isActive: true }],
] as const)('asks for models that are %s', (status, filter) => {
  expect(filterOf({ status })).toEqual(filter);
});
