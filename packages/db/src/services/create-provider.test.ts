import { slugPattern } from '@ai-providers/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { fromDatabase } from '../errors.js';
import { AIModel } from '../models/ai-model.js';
import { AuditEntry } from '../models/audit-entry.js';
import { AIProvider } from '../models/ai-provider.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createProvider } from './create-provider.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const slugsOf = async (names: string[]) => {
  const slugs = [];
  for (const name of names) slugs.push((await createProvider({ name }, bySystem)).slug);
  return slugs;
};

describe('createProvider with models', () => {
  const model = { name: 'Small', modelId: 'small-1', capabilities: ['chat' as const] };

  it('adds both under one audit row', async () => {
    const before = await AuditEntry.count();
    const provider = await createProvider({ name: 'With models', models: [model] }, bySystem);
    expect(await AIModel.findAll({ where: { providerId: provider.id }, raw: true })).toMatchObject([
      { modelId: 'small-1', displayName: 'Small' },
    ]);
    const [entry] = await AuditEntry.findAll({ order: [['id', 'DESC']], limit: 1 });
    expect(await AuditEntry.count()).toBe(before + 1);
    expect(entry?.changes).toContainEqual({ field: 'models', to: ['small-1'] });
  });

  it.each([
    ['MODEL_ID_TAKEN', [model, model]],
    ['MAX_TOKENS_ABOVE_CONTEXT', [{ ...model, maxTokens: 9, contextWindow: 8 }]],
  ])('adds neither where it fails with %s', async (reason, models) => {
    const failure = await createProvider({ name: 'Never there', models }, bySystem).catch(fromDatabase);
    expect(failure).toMatchObject({ reason });
    expect(await AIProvider.count({ where: { name: 'Never there' } })).toBe(0);
  });
});

describe('createProvider', () => {
  it('makes a slug and a shown name from the name', async () => {
    expect(await createProvider({ name: 'Open Router!' }, bySystem)).toMatchObject({
      slug: 'open-router',
      displayName: 'Open Router!',
    });
  });

  it.each([
    ['هوش مصنوعی', 'hvsh-msnvay'],
    ['Crème Brûlée', 'creme-brulee'],
    ['مدل ۴', 'mdl-4'],
  ])('romanises %s', async (name, slug) => {
    expect(await slugsOf([name])).toEqual([slug]);
  });

  it.each(['智谱', '🚀', '—'])('gives %s, which has no letter to romanise, a slug of its own', async (name) => {
    const [slug] = await slugsOf([name]);
    expect(slug).toMatch(/^provider-[0-9a-f]{8}$/);
  });

  it('numbers a slug that its name would share', async () => {
    expect(await slugsOf(['Same name', 'Same-name', 'same NAME'])).toEqual(['same-name', 'same-name-2', 'same-name-3']);
  });

  it('does not take a longer slug for the same one', async () => {
    expect(await slugsOf(['Prefix and more', 'Prefix'])).toEqual(['prefix-and-more', 'prefix']);
  });

  it('numbers slugs that fill their column', async () => {
    const long = (first: string) => first.padEnd(100, 'a');
    const slugs = await slugsOf([long('a'), long('A'), long('á'), long('à')]);
    expect(new Set(slugs).size).toBe(4);
    for (const slug of slugs) expect([slugPattern.test(slug), slug.length <= 100]).toEqual([true, true]);
  });

  it('numbers a long slug without a doubled hyphen where it is cut', async () => {
    const words = (first: string) => `${first}${'b'.repeat(92)} ccccc`;
    const slugs = await slugsOf([words('b'), words('B')]);
    expect(slugs[1]).toMatch(slugPattern);
  });

  it('gives names with one slug, created at once, a slug each', async () => {
    const names = ['At once', 'At-once', 'at once', 'AT ONCE', 'At_once'];
    const made = await Promise.all(names.map((name) => createProvider({ name }, bySystem)));
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      'at-once',
      'at-once-2',
      'at-once-3',
      'at-once-4',
      'at-once-5',
    ]);
  });

  it.each([
    ['name', { name: 'Taken', slug: 'free' }, 'PROVIDER_NAME_TAKEN'],
    ['slug', { name: 'Free', slug: 'taken' }, 'PROVIDER_SLUG_TAKEN'],
  ])('refuses a %s that exists, and adds nothing', async (field, input, reason) => {
    await AIProvider.findOrCreate({
      where: { slug: 'taken' },
      defaults: { name: 'Taken', slug: 'taken', displayName: 'Taken' },
    });
    const before = await AIProvider.count();
    const error: unknown = await createProvider(input, bySystem).catch((failure: unknown) => fromDatabase(failure));
    expect(error).toMatchObject({ reason, field });
    expect(await AIProvider.count()).toBe(before);
  });
});
