import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIModel, AIProvider, type User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
let model: AIModel;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  await AIProvider.destroy({ where: {} });
  provider = await buildProvider();
  model = await buildModel(provider, { contextWindow: 1000, maxTokens: 500, config: { note: 'inner' } });
});

const models = () => as.session(superAdmin).models;
/** Sends what the types do not allow. */
const create = (input: object) =>
  models().create({
    provider: provider.slug,
    name: 'New',
    modelId: 'new',
    capabilities: ['chat'],
    ...input,
  });
const update = (patch: object) => models().update({ publicId: model.publicId, patch });

describe('models, for a super admin,', () => {
  it('come whole, with their provider and what may be done', async () => {
    expect(await models().get({ publicId: model.publicId })).toMatchObject({
      provider: { slug: provider.slug, displayName: provider.displayName },
      capabilities: ['chat'],
      pricingInput: null,
      config: { note: 'inner' },
      totalRequests: '0',
      can: { update: true, delete: true },
    });
    expect((await models().list()).can).toEqual({ create: true });
  });

  it('are answered as they are stored', async () => {
    const made = await create({
      pricingInput: '2.5',
      pricingOutput: 0.000001,
      capabilities: ['chat', 'chat', 'vision'],
      contextWindow: 8,
      maxTokens: 8,
    });
    expect(made).toMatchObject({
      displayName: 'New',
      pricingInput: '2.500000',
      pricingOutput: '0.000001',
      capabilities: ['chat', 'vision'],
      config: {},
      isActive: true,
    });
    expect(await models().get({ publicId: made.publicId })).toEqual(made);
  });

  it('keep what an update leaves out, and lose what it sets to null', async () => {
    const updated = await update({ pricingInput: '1', maxTokens: null });
    expect(updated).toMatchObject({
      pricingInput: '1.000000',
      maxTokens: null,
      contextWindow: 1000,
      config: { note: 'inner' },
      modelId: model.modelId,
    });
    expect(await models().get({ publicId: model.publicId })).toEqual(updated);
  });

  it('are deleted alone', async () => {
    const other = await buildModel(provider);
    expect(await models().delete({ publicId: model.publicId })).toEqual({ publicId: model.publicId });
    expect((await models().list()).items.map(({ publicId }) => publicId)).toEqual([other.publicId]);
  });

  it('keep both of two saves of different fields made at once, and refuse one over what was not seen', async () => {
    await Promise.all([update({ displayName: 'One' }), update({ sortOrder: 7 })]);
    expect(await model.reload()).toMatchObject({ displayName: 'One', sortOrder: 7 });
    const expectedUpdatedAt = new Date(model.updatedAt.getTime() - 1).toISOString();
    const late = models().update({ publicId: model.publicId, patch: {}, expectedUpdatedAt });
    expect(await refusalOf(late)).toEqual({ code: 'CONFLICT', reason: 'EDIT_CONFLICT' });
  });
});

describe('a model’s input', () => {
  it.each<[string, string, unknown, string]>([
    ['an unknown capability', 'capabilities', ['telepathy'], 'NOT_ALLOWED'],
    ['capabilities that are one word', 'capabilities', 'chat', 'WRONG_TYPE'],
    ['a negative price', 'pricingInput', '-1', 'INVALID_FORMAT'],
    ['a negative number for a price', 'pricingOutput', -0.5, 'INVALID_FORMAT'],
    ['a price in words', 'pricingInput', 'free', 'INVALID_FORMAT'],
    ['a price with a decimal comma', 'pricingInput', '2,50', 'INVALID_FORMAT'],
    ['a price in Persian digits', 'pricingInput', '۲.۵', 'INVALID_FORMAT'],
    ['an exponent for a price', 'pricingInput', '1e3', 'INVALID_FORMAT'],
    ['a price finer than the column', 'pricingInput', '0.0000001', 'INVALID_FORMAT'],
    ['a price above the column', 'pricingOutput', '10000', 'INVALID_FORMAT'],
    ['an empty price', 'pricingOutput', '', 'INVALID_FORMAT'],
    ['an output limit of 0', 'maxTokens', 0, 'TOO_SMALL'],
    ['a window that is no whole number', 'contextWindow', 1.5, 'NOT_A_WHOLE_NUMBER'],
    ['a window above the column', 'contextWindow', 2_147_483_648, 'TOO_BIG'],
    ['an empty id', 'modelId', ' ', 'REQUIRED'],
    ['an id of 201 characters', 'modelId', 'x'.repeat(201), 'TOO_LONG'],
    ['a config that is a list', 'config', [], 'CONFIG_NOT_OBJECT'],
    ['a config with __proto__', 'config', JSON.parse('{"__proto__":{}}'), 'CONFIG_FORBIDDEN_KEY'],
    ['an unknown field', 'totalRequests', '5', 'UNKNOWN_FIELD'],
    ['an owner', 'providerId', '1', 'UNKNOWN_FIELD'],
  ])('is refused with %s (%s)', async (_what, field, value, reason) => {
    const firstOf = async (call: Promise<unknown>) => {
      const { fieldErrors = {} } = await refusalOf(call);
      return Object.entries(fieldErrors).map(([path, error]) => [path.replace(/\.\d+$/, ''), error.reason]);
    };
    expect(await firstOf(create({ [field]: value }))).toEqual([[field, reason]]);
    expect(await firstOf(update({ [field]: value }))).toEqual([[`patch.${field}`, reason]]);
    expect(await AIModel.count()).toBe(1);
  });

  it('is refused with an output limit above its context window, new or stored', async () => {
    const reason = 'MAX_TOKENS_ABOVE_CONTEXT';
    expect(await refusalOf(create({ contextWindow: 10, maxTokens: 11 }))).toMatchObject({
      reason,
      field: 'maxTokens',
      params: { max: 10 },
    });
    expect(await refusalOf(update({ maxTokens: 1001 }))).toMatchObject({
      reason,
      field: 'patch.maxTokens',
      params: { max: 1000 },
    });
    expect(await refusalOf(update({ contextWindow: 499 }))).toMatchObject({
      reason,
      field: 'patch.maxTokens',
      params: { max: 499 },
    });
    expect(await model.reload()).toMatchObject({ contextWindow: 1000, maxTokens: 500 });
  });

  it('may have the two at once, equal, or one of them unknown', async () => {
    await expect(update({ maxTokens: 2000, contextWindow: 2000 })).resolves.toMatchObject({ maxTokens: 2000 });
    await expect(update({ contextWindow: null, maxTokens: 9000 })).resolves.toMatchObject({ contextWindow: null });
  });

  it('is refused with a model id that this provider has, and taken with one that another has', async () => {
    const refusal = { code: 'CONFLICT', reason: 'MODEL_ID_TAKEN' };
    expect(await refusalOf(create({ modelId: model.modelId }))).toMatchObject({ ...refusal, field: 'modelId' });
    const second = await buildModel(provider);
    expect(await refusalOf(update({ modelId: second.modelId }))).toMatchObject({ ...refusal, field: 'patch.modelId' });
    const other = await buildProvider();
    await expect(create({ provider: other.slug, modelId: model.modelId })).resolves.toMatchObject({
      modelId: model.modelId,
    });
  });

  it('is refused with a provider that does not exist', async () => {
    expect(await refusalOf(create({ provider: 'nobody' }))).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  });
});

describe('models, for a normal admin,', () => {
  it('come without config and counts', async () => {
    const { items, total, can } = await as.session(normal).models.list();
    expect([total, can]).toEqual([1, { create: false }]);
    expect(items[0]).toEqual(await as.session(normal).models.get({ publicId: model.publicId }));
    expect(items[0]).not.toHaveProperty('config');
    expect(items[0]).not.toHaveProperty('totalRequests');
    expect(items[0]?.can).toEqual({ update: false, delete: false });
  });

  it.each(['switched off', 'of a switched-off provider'])('are absent when %s, as if unknown', async (how) => {
    if (how === 'switched off') await model.update({ isActive: false });
    else await provider.update({ isActive: false });
    const mine = as.session(normal).models;
    expect([
      (await mine.list()).items,
      await mine.byProvider({ slug: provider.slug }),
      await mine.byCapability({ capability: 'chat' }),
    ]).toEqual([[], [], []]);
    for (const call of [
      (publicId: string) => mine.get({ publicId }),
      (publicId: string) => mine.update({ publicId, patch: {} }),
      (publicId: string) => mine.delete({ publicId }),
    ]) {
      expect(await refusalOf(call(model.publicId))).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
      expect(await refusalOf(call(unknown))).toEqual(await refusalOf(call(model.publicId)));
    }
    expect((await models().list()).total).toBe(1);
  });

  it('are not theirs to change', async () => {
    const mine = as.session(normal).models;
    const { publicId } = model;
    const calls = [
      mine.create({ provider: provider.slug, name: 'Mine', modelId: 'mine', capabilities: [] }),
      mine.update({ publicId, patch: { displayName: 'Mine' } }),
      mine.delete({ publicId }),
    ];
    for (const refusal of await Promise.all(calls.map(refusalOf)))
      expect(refusal).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
    expect([await AIModel.count(), (await model.reload()).displayName]).toEqual([1, model.displayName]);
  });
});

describe('the cached projections of models', () => {
  it('answer by provider and capability, and show a change at the next read', async () => {
    await buildModel(provider, { name: 'Both', capabilities: ['chat', 'vision'] });
    const reader = as.token(normal, 'registry:read').models;
    const names = async () => ({
      all: (await reader.byProvider({ slug: provider.slug })).length,
      vision: (await reader.byProvider({ slug: provider.slug, capability: 'vision' })).map(({ name }) => name),
      everywhere: (await reader.byCapability({ capability: 'vision' })).map(({ name }) => name),
    });
    expect(await names()).toEqual({ all: 2, vision: ['Both'], everywhere: ['Both'] });
    await update({ capabilities: ['vision'], name: 'Another' });
    expect(await names()).toEqual({ all: 2, vision: ['Another', 'Both'], everywhere: ['Another', 'Both'] });
  });

  it('hold no config and no count', async () => {
    const [first] = await as.session(superAdmin).models.byProvider({ slug: provider.slug });
    expect(Object.keys(first ?? {}).sort()).toEqual([
      'capabilities',
      'contextWindow',
      'displayName',
      'maxTokens',
      'modelId',
      'name',
      'pricingInput',
      'pricingOutput',
      'provider',
      'publicId',
      'sortOrder',
    ]);
  });

  it('are none for a provider that does not exist', async () => {
    expect(await as.session(normal).models.byProvider({ slug: 'nobody' })).toEqual([]);
  });
});
