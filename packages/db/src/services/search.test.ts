import { adminListInput, modelListInput, providerListInput } from '@ai-providers/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';
import { buildModel, buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { listAdmins } from './list-admins.js';
import { listModels } from './list-models.js';
import { listProviders } from './list-providers.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  await User.destroy({ where: {} });
});

type ProviderQuery = Parameters<typeof providerListInput.parse>[0];
type ModelQuery = Parameters<typeof modelListInput.parse>[0];
const everybody = { activeOnly: false, slugs: null };
const providers = async (query: ProviderQuery, scope = everybody) =>
  (await listProviders(providerListInput.parse(query), scope)).providers.map(({ name }) => name);
const models = async (query: ModelQuery, scope = everybody) =>
  (await listModels(modelListInput.parse(query), scope)).models.map(({ name }) => name);
const admins = async (search: string) =>
  (await listAdmins(adminListInput.parse({ search }))).admins.map(({ name }) => name);

describe('search', () => {
  it.each(['%', '_', '\\'])('takes %s as a letter', async (letter) => {
    await buildProvider({ name: `with ${letter} in it` });
    await buildProvider({ name: 'without' });
    expect(await providers({ search: letter })).toEqual([`with ${letter} in it`]);
  });

  it.each([
    ['هوش يار كامل', 'هوش یار کامل'],
    ['هوش یار کامل', 'هوش يار كامل'],
    ['مؤسسة إبداع', 'موسسه ابداع'],
    ['مرکزى', 'مرکزی'],
    ['مسئول خانۀ هنر', 'مسیول خانه هنر'],
    ['gpt-۴', 'gpt-4'],
    ['GPT-4', 'gpt-۴'],
    ['مدل ٣٫٥', 'مدل 3.5'],
    ['مدل ۳', 'مدل ٣'],
    ['می‌خواهم', 'میخواهم'],
    ['میخواهم', 'می‌خواهم'],
    ['پرسش‌وپاسخِ هوشمند', 'پرسشوپاسخ هوشمند'],
    ['مُدَرِّس', 'مدرس'],
    ['مدرس', 'مُدَرِّس'],
    ['شـــرکت', 'شرکت'],
    ['شرکت', 'شـرکت'],
  ])('finds %s by %s', async (stored, term) => {
    const provider = await buildProvider({ name: stored });
    await buildProvider({ name: 'چیزی دیگر' });
    await buildModel(provider, { name: stored });
    await buildUser({ name: stored });
    expect(await providers({ search: term })).toEqual([stored]);
    expect(await models({ search: term })).toEqual([stored]);
    expect(await admins(term)).toEqual([stored]);
  });

  it('looks into every name of a record, in any case', async () => {
    const provider = await buildProvider({ name: 'One', slug: 'two-slug', displayName: 'Three shown' });
    await buildProvider({ name: 'Other' });
    await buildModel(provider, { name: 'Four', modelId: 'five-id', displayName: 'Six shown' });
    await buildUser({ name: 'Seven', email: 'eight@example.com' });
    for (const search of ['oNE', 'TWO-', 'three s']) expect(await providers({ search })).toEqual(['One']);
    for (const search of ['fOUR', 'FIVE-', 'six s']) expect(await models({ search })).toEqual(['Four']);
    for (const search of ['sEVEN', 'EIGHT@']) expect(await admins(search)).toEqual(['Seven']);
  });

  it('finds a provider by its address only for who may see the address', async () => {
    await buildProvider({ name: 'Hidden', apiBaseUrl: 'https://inner.corp.example/v1' });
    expect(await providers({ search: 'inner.corp' })).toEqual(['Hidden']);
    expect(await providers({ search: 'inner.corp' }, { activeOnly: true, slugs: null })).toEqual([]);
  });

  it('runs no SQL that was typed into it', async () => {
    await buildProvider({ name: 'Safe' });
    expect(await providers({ search: `'; delete from ai_providers; --` })).toEqual([]);
    expect(await AIProvider.count()).toBe(1);
  });
});

describe('paged lists', () => {
  it('come page by page with the total of all pages, without an overlap', async () => {
    for (let number = 1; number <= 7; number += 1) await buildProvider({ name: `P${number}`, sortOrder: 0 });
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => listProviders(providerListInput.parse({ page, pageSize: 3 }), everybody)),
    );
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7, 7]);
    expect(pages.map(({ providers: rows }) => rows.map(({ name }) => name))).toEqual([
      ['P1', 'P2', 'P3'],
      ['P4', 'P5', 'P6'],
      ['P7'],
      [],
    ]);
  });

  it('count models and their provider once', async () => {
    const provider = await buildProvider();
    for (let number = 1; number <= 5; number += 1) await buildModel(provider, { name: `M${number}` });
    const { models: rows, total } = await listModels(modelListInput.parse({ page: 2, pageSize: 2 }), everybody);
    expect([total, rows.map(({ name }) => name)]).toEqual([5, ['M3', 'M4']]);
    expect(rows[0]?.provider?.slug).toBe(provider.slug);
  });

  it('sort both ways, and put what has no value last in both', async () => {
    const provider = await buildProvider();
    await buildModel(provider, { name: 'none', contextWindow: null });
    await buildModel(provider, { name: 'small', contextWindow: 9 });
    await buildModel(provider, { name: 'large', contextWindow: 10 });
    expect(await models({ sort: 'contextWindow' })).toEqual(['small', 'large', 'none']);
    expect(await models({ sort: '-contextWindow' })).toEqual(['large', 'small', 'none']);
  });

  it('sort prices as numbers', async () => {
    const provider = await buildProvider();
    await buildModel(provider, { name: 'ten', pricingInput: '10' });
    await buildModel(provider, { name: 'nine', pricingInput: '9.5' });
    expect(await models({ sort: 'pricingInput' })).toEqual(['nine', 'ten']);
  });

  it('stand in the order of providers, then of models, when nothing is asked', async () => {
    const second = await buildProvider({ name: 'A', sortOrder: 2 });
    const first = await buildProvider({ name: 'B', sortOrder: 1 });
    await buildModel(second, { name: 'third' });
    await buildModel(first, { name: 'second', sortOrder: 5 });
    await buildModel(first, { name: 'first', sortOrder: 4 });
    expect(await providers({})).toEqual(['B', 'A']);
    expect(await models({})).toEqual(['first', 'second', 'third']);
  });

  it('filter models by provider, capability and state', async () => {
    const [one, two] = [await buildProvider(), await buildProvider()];
    await buildModel(one, { name: 'chat', capabilities: ['chat'] });
    await buildModel(one, { name: 'both', capabilities: ['chat', 'vision'] });
    await buildModel(two, { name: 'off', capabilities: ['vision'], isActive: false });
    expect(await models({ provider: one.slug, sort: 'name' })).toEqual(['both', 'chat']);
    expect(await models({ capability: 'vision', sort: 'name' })).toEqual(['both', 'off']);
    expect(await models({ isActive: false })).toEqual(['off']);
  });

  it('count active and all models of each provider', async () => {
    const provider = await buildProvider();
    await buildModel(provider);
    await buildModel(provider, { isActive: false });
    const empty = await buildProvider();
    const { counts } = await listProviders(providerListInput.parse({}), everybody);
    expect([counts.get(provider.id), counts.get(empty.id)]).toEqual([
      { active: 1, total: 2 },
      { active: 0, total: 0 },
    ]);
  });

  it('hide switched-off rows, and models of a switched-off provider, from who may not know of them', async () => {
    const [on, off] = [await buildProvider({ name: 'on' }), await buildProvider({ name: 'off', isActive: false })];
    await buildModel(on, { name: 'seen' });
    await buildModel(on, { name: 'switched off', isActive: false });
    await buildModel(off, { name: 'of an inactive one' });
    const scope = { activeOnly: true, slugs: null };
    expect(await providers({}, scope)).toEqual(['on']);
    expect(await models({}, scope)).toEqual(['seen']);
    expect(await providers({ isActive: false }, scope)).toEqual([]);
    expect(await models({ isActive: false }, scope)).toEqual([]);
    expect(await models({ provider: off.slug }, scope)).toEqual([]);
  });
});

describe('listAdmins', () => {
  it('filters by state and role; a full admin counts as super', async () => {
    await buildUser({ name: 'normal' });
    await buildUser({ name: 'super', isSuperuser: true });
    await buildUser({ name: 'full', isAdminFull: true });
    await buildUser({ name: 'gone', isActive: false });
    const names = async (query: Parameters<typeof adminListInput.parse>[0]) =>
      (await listAdmins(adminListInput.parse({ sort: 'name', ...(query as object) }))).admins.map(({ name }) => name); // a query is an object
    expect(await names({ role: 'super' })).toEqual(['full', 'super']);
    expect(await names({ role: 'normal', isActive: true })).toEqual(['normal']);
    expect(await names({ isActive: false })).toEqual(['gone']);
  });
});
