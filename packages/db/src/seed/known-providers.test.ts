import { providerCreateInput } from '@ai-providers/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIProvider } from '../models/ai-provider.js';
import { buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { knownProviders } from './known-providers.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => AIProvider.destroy({ where: {} }));

const kindsAdded = async () => (await knownProviders()).items.filter(({ added }) => added > 0).map(({ kind }) => kind);

describe('knownProviders', () => {
  it('holds each kind once, with everything that a form may send', async () => {
    const { items } = await knownProviders();
    expect(items.length).toBeGreaterThanOrEqual(25);
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(items.length);
    for (const { kind, name, website, apiBaseUrl, config, models } of items) {
      const row = { slug: kind, name, website, apiBaseUrl, config, models };
      expect(providerCreateInput.parse(row), kind).toMatchObject({ slug: kind, website, apiBaseUrl });
    }
  });

  it('tells where a key is found wherever one is needed, and what an address looks like', async () => {
    for (const { kind, needs, keysUrl, addressExample } of (await knownProviders()).items) {
      expect(keysUrl !== null, kind).toBe(needs.key);
      expect(addressExample !== null, kind).toBe(needs.address);
    }
  });

  it('begins with the most used, and has models for the seeded seven', async () => {
    const { items } = await knownProviders();
    expect(items.slice(0, 3).map(({ kind }) => kind)).toEqual(['openai', 'anthropic', 'google']);
    expect(items.filter(({ models }) => models.length > 0)).toHaveLength(7);
    expect(items.filter(({ groups }) => groups.includes('local')).every(({ needs }) => !needs.key)).toBe(true);
  });

  it('counts what is added by its slug, or by its address under any slug', async () => {
    expect(await kindsAdded()).toEqual([]);
    await buildProvider({ slug: 'groq', apiBaseUrl: '' });
    await buildProvider({ slug: 'second-openai', apiBaseUrl: 'https://api.openai.com/v1' });
    expect(await kindsAdded()).toEqual(['openai', 'groq']);
  });
});
