import { modelListInput, type Capability, type ModelFilter } from '@ai-providers/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRetiredOn } from '../lifecycle.js';
import type { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { buildModel, buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { countModelsByProvider, listModels } from './list-models.js';

let database: TestDatabase;
let [openai, groq, hidden]: AIProvider[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  openai = await buildProvider({ slug: 'openai', name: 'A', sortOrder: 1 });
  groq = await buildProvider({ slug: 'groq', name: 'B', sortOrder: 2 });
  hidden = await buildProvider({ slug: 'hidden', name: 'C', sortOrder: 3, isActive: false });
});

const everybody = { activeOnly: false, slugs: null };
const readers = { activeOnly: true, slugs: null };
const of = (provider: AIProvider | undefined) => provider ?? expect.fail();
const add = (provider: AIProvider | undefined, name: string, rest: Parameters<typeof buildModel>[1] = {}) =>
  buildModel(of(provider), { name, ...rest });
const found = async (input: Partial<ModelFilter> & { sort?: string }, scope = everybody) =>
  (await listModels(modelListInput.parse(input), scope)).models.map(({ name }) => name);

describe('a filter of models', () => {
  it('takes one provider or any of several', async () => {
    await Promise.all([add(openai, 'o'), add(groq, 'g'), add(hidden, 'h')]);
    expect(await found({ provider: 'groq' })).toEqual(['g']);
    expect(await found({ provider: ['hidden', 'openai', 'nobody'] })).toEqual(['o', 'h']);
    expect(await found({ provider: ['nobody'] })).toEqual([]);
    expect(await found({ provider: ['hidden', 'openai'] }, readers)).toEqual(['o']);
  });

  it('takes one capability, or several that a model has all of', async () => {
    const can: [string, Capability[]][] = [
      ['both', ['chat', 'vision', 'code']],
      ['chat', ['chat']],
      ['see', ['vision']],
    ];
    for (const [name, capabilities] of can) await add(openai, name, { capabilities });
    expect(await found({ capability: 'vision' })).toEqual(['both', 'see']);
    expect(await found({ capability: ['vision', 'chat'] })).toEqual(['both']);
    expect(await found({ capability: ['vision', 'audio'] })).toEqual([]);
  });

  it('compares prices exactly, and finds no model without one', async () => {
    await add(openai, 'free', { pricingInput: '0', pricingOutput: '0' });
    await add(openai, 'half free', { pricingInput: '0', pricingOutput: '0.000001' });
    await add(openai, 'one', { pricingInput: '1', pricingOutput: '5' });
    await add(openai, 'over', { pricingInput: '1.000001', pricingOutput: '5.000001' });
    await add(openai, 'unknown');
    expect(await found({ maxPricingInput: '0', maxPricingOutput: '0' })).toEqual(['free']);
    expect(await found({ maxPricingInput: '1' })).toEqual(['free', 'half free', 'one']);
    expect(await found({ maxPricingOutput: '5', maxPricingInput: '9999' })).toEqual(['free', 'half free', 'one']);
    expect(await found({ sort: '-pricingInput' })).toEqual(['over', 'one', 'free', 'half free', 'unknown']);
  });

  it('takes context windows from the one to the other, both with them', async () => {
    for (const [index, contextWindow] of [4096, 128_000, 1_000_000, null].entries())
      await add(openai, `m${index}`, { contextWindow });
    expect(await found({ minContextWindow: 128_000 })).toEqual(['m1', 'm2']);
    expect(await found({ maxContextWindow: 128_000 })).toEqual(['m0', 'm1']);
    expect(await found({ minContextWindow: 4097, maxContextWindow: 128_000 })).toEqual(['m1']);
  });

  it('refuses a range that ends before it begins', () => {
    const { error } = modelListInput.safeParse({ minContextWindow: 2, maxContextWindow: 1 });
    expect(error?.issues).toMatchObject([{ path: ['minContextWindow'], params: { reason: 'RANGE_EMPTY' } }]);
  });

  it('puts what was asked for together', async () => {
    await add(openai, 'yes', { capabilities: ['chat', 'vision'], pricingInput: '1', contextWindow: 200_000 });
    await add(groq, 'no', { capabilities: ['chat', 'vision'], pricingInput: '1', contextWindow: 200_000 });
    await add(openai, 'dear yes', { capabilities: ['chat', 'vision'], pricingInput: '2', contextWindow: 200_000 });
    const filter = { search: 'yes', provider: ['openai'], capability: ['chat' as const, 'vision' as const] };
    expect(await found({ ...filter, maxPricingInput: '1', minContextWindow: 128_000, isActive: true })).toEqual([
      'yes',
    ]);
  });
});

describe('a retired model', () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  const configs: [string, AIModel['config'], boolean][] = [
    ['says so', { lifecycle: { status: 'retired' } }, true],
    ['was shut down', { lifecycle: { status: 'deprecated', shutdown_date: '2020-01-31' } }, true],
    ['is shut down today', { lifecycle: { shutdown_date: today } }, true],
    ['will be', { lifecycle: { status: 'deprecated', shutdown_date: tomorrow } }, false],
    ['has no date', { lifecycle: { status: 'active', shutdown_date: null } }, false],
    ['has a word for a date', { lifecycle: { shutdown_date: '1 May' } }, false],
    ['has a number for a date', { lifecycle: { shutdown_date: 2020 } }, false],
    ['has no lifecycle', {}, false],
    ['has a word for a lifecycle', { lifecycle: 'retired' }, false],
    ['has a list for a lifecycle', { lifecycle: ['retired'] }, false],
  ];

  it('is told alike by the record and by the database', async () => {
    for (const [name, config] of configs) await add(openai, name, { config });
    const names = (retired: boolean) => configs.filter(([, , is]) => is === retired).map(([name]) => name);
    expect((await found({ isRetired: true })).sort()).toEqual(names(true).sort());
    expect((await found({ isRetired: false })).sort()).toEqual(names(false).sort());
    expect(configs.map(([, config]) => isRetiredOn(config, today))).toEqual(configs.map(([, , is]) => is));
  });

  it('is no question for readers, to whom no config is sent', async () => {
    await expect(found({ isRetired: false }, readers)).rejects.toMatchObject({ reason: 'FORBIDDEN' });
  });
});

describe('countModelsByProvider', () => {
  it('counts what the other filters match, and names those with nothing', async () => {
    await Promise.all([add(openai, 'cheap', { pricingInput: '1' }), add(openai, 'dear', { pricingInput: '9' })]);
    await add(hidden, 'h', { pricingInput: '1' });
    const filter = { maxPricingInput: '5', provider: 'groq' };
    const counts = async (scope = everybody) =>
      (await countModelsByProvider(filter, scope)).map(({ slug, count }) => [slug, count]);
    expect(await counts()).toEqual([
      ['openai', 1],
      ['groq', 0],
      ['hidden', 1],
    ]);
    expect(await counts(readers)).toEqual([
      ['openai', 1],
      ['groq', 0],
    ]);
  });
});
