import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { buildModel, buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';

let database: TestDatabase;
let provider: AIProvider;
let model: AIModel;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  provider = await buildProvider();
  model = await buildModel(provider);
});

const names = async () => (await AIProvider.getActiveProviders()).map(({ displayName }) => displayName);
const models = async () => (await AIModel.getModelsByProvider(provider.slug)).map(({ displayName }) => displayName);
const chatModels = async () => (await AIModel.getModelsByCapability('chat')).map(({ displayName }) => displayName);

/** Changes the row where no hook sees it. */
const behindItsBack = (name: string) =>
  database.sequelize.query('update ai_providers set display_name = $name where id = $id', {
    bind: { name, id: provider.id },
  });

describe('CacheMixin', () => {
  it('answers from the cache until something is written', async () => {
    expect(await names()).toContain(provider.displayName);
    await behindItsBack('Renamed by SQL');
    expect(await names()).toContain(provider.displayName);
    await provider.clearCache();
    expect(await names()).toContain('Renamed by SQL');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['save', () => provider.update({ displayName: 'Changed' })],
    ['static update', () => AIProvider.update({ displayName: 'Changed' }, { where: { id: provider.id } })],
    [
      'upsert',
      () =>
        AIProvider.upsert({
          id: provider.id,
          publicId: provider.publicId,
          name: provider.name,
          slug: provider.slug,
          displayName: 'Changed',
        }),
    ],
    ['create', () => buildProvider({ displayName: 'Changed' })],
    [
      'bulk create',
      () =>
        AIProvider.bulkCreate([
          { name: `Bulk ${provider.slug}`, slug: `bulk-${provider.slug}`, displayName: 'Changed' },
        ]),
    ],
  ])('shows a %s at the next read', async (_name, write) => {
    await names();
    await write();
    expect(await names()).toContain('Changed');
    await AIProvider.destroy({ where: { displayName: 'Changed' } });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['destroy', () => provider.destroy()],
    ['static destroy', () => AIProvider.destroy({ where: { id: provider.id } })],
    ['switching off', () => provider.update({ isActive: false })],
  ])('hides a provider and its models after %s', async (_name, write) => {
    expect([await names(), await models(), await chatModels()]).toEqual([
      expect.arrayContaining([provider.displayName]),
      [model.displayName],
      expect.arrayContaining([model.displayName]),
    ]);
    await write();
    expect(await names()).not.toContain(provider.displayName);
    expect(await models()).toEqual([]);
    expect(await chatModels()).not.toContain(model.displayName);
    expect(await AIProvider.getProviderBySlug(provider.slug)).toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['save', () => model.update({ displayName: 'Changed model' })],
    ['static update', () => AIModel.update({ displayName: 'Changed model' }, { where: { id: model.id } })],
    [
      'bulk create',
      () =>
        AIModel.bulkCreate([
          { providerId: provider.id, name: 'x', modelId: 'x', displayName: 'Changed model', capabilities: ['chat'] },
        ]),
    ],
  ])('shows a %s of a model at the next read', async (_name, write) => {
    await models();
    await chatModels();
    await write();
    expect(await models()).toContain('Changed model');
    expect(await chatModels()).toContain('Changed model');
  });

  it('finds a provider under its new slug only', async () => {
    await AIProvider.getProviderBySlug(provider.slug);
    const old = provider.slug;
    await provider.update({ slug: `new-${old}` });
    expect(await AIProvider.getProviderBySlug(old)).toBeNull();
    expect((await AIProvider.getProviderBySlug(`new-${old}`))?.publicId).toBe(provider.publicId);
  });

  it('clears after the outermost commit and never after a roll-back', async () => {
    await names();
    await database.sequelize.transaction(async () => {
      await database.sequelize.transaction(() => provider.update({ displayName: 'Inside' }));
      await database.sequelize.query('select 1');
    });
    expect(await names()).toContain('Inside');
    await behindItsBack('Unseen');
    await expect(
      database.sequelize.transaction(async () => {
        await provider.update({ displayName: 'Rolled back' });
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await names()).toContain('Inside');
  });

  it('reads its own writes inside a transaction and caches none of them', async () => {
    await expect(
      database.sequelize.transaction(async () => {
        await provider.update({ displayName: 'Uncommitted' });
        expect(await names()).toContain('Uncommitted');
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await names()).not.toContain('Uncommitted');
  });

  it('clears a whole model by pattern', async () => {
    await names();
    await behindItsBack('By pattern');
    await AIProvider.clearAllCache('ai_providers_*');
    expect(await names()).toContain('By pattern');
  });

  it('counts a request without clearing anything', async () => {
    await names();
    await behindItsBack('Unseen by counting');
    await provider.incrementUsage();
    expect(await names()).not.toContain('Unseen by counting');
    await provider.reload();
    expect(provider).toMatchObject({ totalRequests: '1', lastUsedAt: expect.any(Date) });
  });

  it('hands out frozen plain values without a secret', async () => {
    const [first] = await AIProvider.getActiveProviders();
    expect(Object.isFrozen(first)).toBe(true);
    expect(JSON.stringify(await AIProvider.getActiveProviders())).not.toMatch(/key"|gAAAA|token|config|https:\/\/api/i);
  });
});
