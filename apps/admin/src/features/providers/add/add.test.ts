import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '@ai-providers/contracts';
import { inputOf, servedModels, stepOf, valuesFor } from './values.js';
import { pick } from './pick.js';

const entry = (kind: string, overrides: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  kind,
  name: kind.toUpperCase(),
  website: 'https://example.com',
  apiBaseUrl: `https://${kind}.example.com/v1`,
  addressExample: null,
  keysUrl: null,
  groups: [],
  needs: { key: true, address: false },
  config: { dialect: 'openai' },
  models: [],
  added: 0,
  ...overrides,
});
const all = [entry('alpha', { groups: ['popular'] }), entry('beta', { groups: ['local'] }), entry('gamma')];
const kinds = (search: string | undefined, group: Parameters<typeof pick>[1]['group']) =>
  pick(all, { search, group }, (kind) => (kind === 'gamma' ? 'کلید‌های محلی' : '')).map(({ kind }) => kind);

describe('pick', () => {
  it('keeps to the group until somebody searches', () => {
    expect(kinds(undefined, 'popular')).toEqual(['alpha']);
    expect(kinds(undefined, 'all')).toEqual(['alpha', 'beta', 'gamma']);
    expect(kinds('BET', 'popular')).toEqual(['beta']);
  });
  it('finds Persian words as an Arabic keyboard writes them', () => {
    expect(kinds('كليدهاي', 'all')).toEqual(['gamma']);
  });
});

describe('a draft', () => {
  const models = [
    { name: 'New', modelId: 'new', capabilities: [] },
    { name: 'Old', modelId: 'old', capabilities: [], isActive: false },
  ];
  it('gives the second of a kind a name of its own', () => {
    expect(valuesFor(entry('alpha')).name).toBe('ALPHA');
    expect(valuesFor(entry('alpha', { added: 1 })).name).toBe('ALPHA 2');
  });
  it('ticks what is still served', () => {
    expect(servedModels(models).map(({ modelId }) => modelId)).toEqual(['new']);
  });
  it('is sent as one record with its models, and leaves the slug to the server', () => {
    const input = inputOf(valuesFor(entry('alpha')), servedModels(models));
    expect(input).toMatchObject({ name: 'ALPHA', config: { dialect: 'openai' }, models: [{ modelId: 'new' }] });
    expect(input).not.toHaveProperty('slug');
    expect(inputOf(valuesFor(entry('alpha')), [])).not.toHaveProperty('models');
  });
  it('leads a refusal to the step with the field', () => {
    expect([stepOf(['slug']), stepOf(['config.auth.scheme']), stepOf(['modelId'])]).toEqual([
      'connect',
      'connect',
      'models',
    ]);
  });
});
