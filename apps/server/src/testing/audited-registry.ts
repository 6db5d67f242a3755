import { buildModel, buildProvider } from '@ai-providers/db/testing';
import { canary, unknown, type MutationsOf } from './audited-mutation.js';

/** Of providers and models. */
export const registryMutations: MutationsOf = (world) => ({
  'models.bulkDelete': {
    action: 'model.delete',
    target: 'model',
    fields: [],
    records: 2,
    good: async () => ({
      publicIds: [world().model.publicId, (await buildModel(world().provider)).publicId, unknown],
    }),
    bad: { filter: { search: canary }, expectedCount: 7 },
  },
  'models.bulkUpdate': {
    action: 'model.update',
    target: 'model',
    fields: ['config.note'],
    records: 2,
    good: async () => ({
      publicIds: [
        world().model.publicId,
        (await buildModel(world().provider)).publicId,
        (await buildModel(world().provider, { config: { note: canary } })).publicId, // as it should be already
        unknown,
      ],
      patch: { mergeConfig: { note: canary } },
    }),
    bad: { filter: { search: canary }, expectedCount: 7, patch: { isActive: false } },
  },
  'models.create': {
    action: 'model.create',
    target: 'model',
    fields: ['capabilities', 'config.note', 'name', 'modelId', 'displayName'],
    good: () => ({
      provider: world().provider.slug,
      name: 'New',
      modelId: 'new',
      capabilities: ['chat'],
      config: { note: canary },
    }),
    bad: { provider: 'unknown', name: 'New', modelId: 'new', capabilities: [] },
  },
  'models.delete': {
    action: 'model.delete',
    target: 'model',
    fields: [],
    good: () => ({ publicId: world().model.publicId }),
    bad: { publicId: unknown },
  },
  'models.update': {
    action: 'model.update',
    target: 'model',
    fields: ['displayName', 'config.note'],
    good: () => ({ publicId: world().model.publicId, patch: { displayName: 'Renamed', config: { note: canary } } }),
    bad: { publicId: unknown, patch: {} },
  },
  'providers.bulkUpdate': {
    action: 'provider.update',
    target: 'provider',
    fields: ['isActive'],
    records: 2,
    good: async () => ({
      publicIds: [
        world().provider.publicId,
        (await buildProvider()).publicId,
        (await buildProvider({ isActive: false })).publicId, // as it should be already
        unknown,
      ],
      patch: { isActive: false },
    }),
    bad: { filter: { search: canary }, expectedCount: 7, patch: { isActive: false } },
  },
  'providers.create': {
    action: 'provider.create',
    target: 'provider',
    fields: ['sharedApiKey', 'config.headers', 'name', 'slug', 'displayName'],
    good: () => ({
      name: `New ${Date.now()}`,
      sharedApiKey: `sk-${canary}-1234`,
      config: { headers: { 'x-key': canary } },
    }),
    bad: { name: '', sharedApiKey: `sk-${canary}-1234` },
  },
  'providers.delete': {
    action: 'provider.delete',
    target: 'provider',
    fields: ['models', 'settings', 'personalKeys'],
    good: () => ({ publicId: world().provider.publicId }),
    bad: { publicId: unknown },
  },
  'providers.reorder': {
    action: 'provider.reorder',
    target: 'provider',
    fields: ['position'],
    good: async () => ({ publicId: world().provider.publicId, afterId: (await buildProvider()).publicId }),
    bad: { publicId: unknown, afterId: null },
  },
  'providers.update': {
    action: 'provider.update',
    target: 'provider',
    fields: ['website', 'sharedApiKey'],
    good: () => ({
      publicId: world().provider.publicId,
      patch: { website: 'https://example.com', sharedApiKey: `sk-${canary}-1234` },
    }),
    bad: { publicId: unknown, patch: { sharedApiKey: `sk-${canary}-1234` } },
  },
});
