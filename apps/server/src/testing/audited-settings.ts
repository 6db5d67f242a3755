import { buildLimitRequest } from '@ai-providers/db/testing';
import { canary, unknown, type MutationsOf } from './audited-mutation.js';

/** Of limits, keys of one’s own and the installation. */
export const settingsMutations: MutationsOf = (world) => ({
  'settings.requestLimit': {
    action: 'settings.limit_request',
    target: 'settings',
    fields: ['requestedLimit', 'note'],
    good: () => ({ provider: world().provider.slug, monthlyLimit: 5000, note: 'For the launch' }),
    bad: { provider: 'unknown', monthlyLimit: 5000 },
  },
  'settings.grantLimitRequest': {
    action: 'settings.limit',
    target: 'settings',
    fields: ['monthlyLimit'],
    good: async () => ({
      publicId: (await buildLimitRequest(world().other, world().provider)).publicId,
      monthlyLimit: 7000,
    }),
    bad: { publicId: unknown, monthlyLimit: 7000 },
  },
  'settings.dismissLimitRequest': {
    action: 'settings.limit_dismiss',
    target: 'settings',
    fields: ['requestedLimit'],
    good: async () => ({ publicId: (await buildLimitRequest(world().other, world().provider)).publicId }),
    bad: { publicId: unknown },
  },
  'settings.resetUsage': {
    action: 'settings.reset_usage',
    target: 'settings',
    fields: [],
    good: () => ({ admin: world().other.publicId, provider: world().provider.slug }),
    bad: { admin: unknown, provider: 'unknown' },
  },
  'settings.setLimit': {
    action: 'settings.limit',
    target: 'settings',
    fields: ['raisedLimit', 'raisedUntil'],
    good: () => ({
      admin: world().other.publicId,
      provider: world().provider.slug,
      monthlyLimit: 10_000,
      until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    }),
    bad: { admin: unknown, provider: 'unknown', monthlyLimit: 5, until: '2026-12-03' },
  },
  'settings.setLimits': {
    action: 'settings.limit',
    target: 'settings',
    fields: ['monthlyLimit'],
    records: 2,
    good: async () => ({
      publicIds: [world().other.publicId, world().admin.publicId, unknown],
      provider: world().provider.slug,
      monthlyLimit: 5,
    }),
    bad: { filter: { search: canary }, expectedCount: 7, provider: 'unknown', monthlyLimit: 5 },
  },
  'settings.update': {
    action: 'settings.update',
    target: 'settings',
    fields: ['useSharedApi', 'personalApiKey'],
    good: () => ({ provider: world().provider.slug, useSharedApi: false, personalApiKey: `sk-${canary}-1234` }),
    bad: { provider: 'unknown', personalApiKey: `sk-${canary}-1234` },
  },
  'system.rotateKeys': {
    action: 'keys.rotate',
    target: 'system',
    fields: ['changed', 'left', 'underOlderKeys', 'keyId'],
    good: () => ({}),
    bad: { count: 0 },
  },
  'system.update': {
    action: 'system.update',
    target: 'system',
    fields: ['defaultMonthlyLimit'],
    good: () => ({ defaultMonthlyLimit: Date.now() % 1_000_000 }), // another than the one before
    bad: { defaultMonthlyLimit: -1 },
  },
});
