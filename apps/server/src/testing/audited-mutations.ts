import type { AIModel, AIProvider, User } from '@ai-providers/db';
import { bySystem, createApiToken, inviteAgain } from '@ai-providers/db';
import { buildLimitRequest, buildModel, buildProvider, buildSession, buildUser } from '@ai-providers/db/testing';

export const password = 'correct horse battery';
const unknown = '00000000-0000-4000-8000-000000000000';
/** In everything secret that is sent; nothing of the audit log may hold it. */
const canary = 'CANARY';

export type Input = Record<string, unknown>;
export interface Expected {
  action: string;
  target: string;
  /** The names of the changed fields, in any order. */
  fields: string[];
  good: () => Input | undefined | Promise<Input>;
  /** How many records a change of many changes here: each gets its row, and what is no change gets none. One elsewhere. */
  records?: number;
  /** An input that is refused after the caller was let in; null where there is none. */
  bad: Input | null;
}

/** What a test is about: made anew for each. */
interface World {
  admin: User;
  other: User;
  provider: AIProvider;
  model: AIModel;
}

/** Every mutation and the row that it leaves. A new one needs an entry here. */
export const auditedMutations = (world: () => World): Record<string, Expected> => ({
  'admins.create': {
    action: 'admin.create',
    target: 'user',
    fields: ['email', 'name', 'password'],
    good: () => ({ email: `new-${Date.now()}@example.com`, name: 'New', password: `${canary} password` }),
    bad: { email: 'not an email', name: 'New', password: `${canary} password` },
  },
  'admins.update': {
    action: 'admin.update',
    target: 'user',
    fields: ['name', 'password'],
    good: () => ({ publicId: world().other.publicId, patch: { name: 'Renamed', password: `${canary} password` } }),
    bad: { publicId: unknown, patch: { name: 'Renamed' } },
  },
  'admins.bulkUpdate': {
    action: 'admin.update',
    target: 'user',
    fields: ['isActive'],
    records: 2,
    good: async () => ({
      publicIds: [
        world().other.publicId,
        (await buildUser()).publicId,
        (await buildUser({ isActive: false })).publicId, // as it should be already
        world().admin.publicId, // refused: it is one's own
      ],
      patch: { isActive: false },
    }),
    bad: { filter: { search: canary }, expectedCount: 7, patch: { isActive: false } },
  },
  'admins.delete': {
    action: 'admin.delete',
    target: 'user',
    fields: ['personalKeys', 'tokens', 'sessions'],
    good: () => ({ publicId: world().other.publicId }),
    bad: { publicId: unknown },
  },
  'admins.invite': {
    action: 'admin.invite',
    target: 'user',
    fields: ['inviteExpiresAt'],
    good: async () => ({ publicId: (await buildUser({ passwordHash: '' })).publicId }),
    bad: { publicId: unknown },
  },
  'admins.revokeSession': {
    action: 'auth.session_revoke',
    target: 'user',
    fields: ['session'],
    good: async () => ({ publicId: (await buildSession(world().other)).publicId }),
    bad: { publicId: unknown },
  },
  'auth.acceptInvite': {
    action: 'auth.invite_accept',
    target: 'user',
    fields: ['password', 'name'],
    good: async () => {
      await world().admin.update({ passwordHash: '' });
      const { token } = await inviteAgain(world().admin.publicId, bySystem);
      return { token, name: 'Own', password: `${canary} password` };
    },
    bad: { token: canary, password: `${canary} password` },
  },
  'auth.changePassword': {
    action: 'auth.password_change',
    target: 'user',
    fields: ['password'],
    good: () => ({ currentPassword: password, newPassword: `${canary} password` }),
    bad: { currentPassword: `${canary} wrong`, newPassword: `${canary} password` },
  },
  'auth.login': {
    action: 'auth.login',
    target: 'user',
    fields: [],
    good: () => ({ email: world().admin.email, password }),
    bad: null,
  },
  'auth.revokeOtherSessions': {
    action: 'auth.sessions_revoke',
    target: 'user',
    fields: ['sessions'],
    good: () => undefined,
    bad: null,
  },
  'auth.revokeSession': {
    action: 'auth.session_revoke',
    target: 'user',
    fields: ['session'],
    good: async () => ({ publicId: (await buildSession(world().admin)).publicId }),
    bad: { publicId: unknown },
  },
  'auth.updateProfile': {
    action: 'auth.profile_change',
    target: 'user',
    fields: ['name', 'email'],
    good: () => ({ name: 'Renamed', email: `renamed-${Date.now()}@example.com`, currentPassword: password }),
    bad: { email: 'renamed@example.com', currentPassword: `${canary} wrong` },
  },
  'auth.logout': { action: 'auth.logout', target: 'user', fields: [], good: () => undefined, bad: null },
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
  'tokens.create': {
    action: 'token.create',
    target: 'token',
    fields: ['scopes', 'expiresAt'],
    good: () => ({ name: 'New', scopes: ['admin'] }),
    bad: { name: 'New', scopes: ['admin'], expiresAt: '2001-01-01T00:00:00Z' },
  },
  'tokens.update': {
    action: 'token.update',
    target: 'token',
    fields: ['name'],
    good: async () => ({ publicId: await tokenOf(world().admin), patch: { name: 'New name' } }),
    bad: { publicId: unknown, patch: { name: 'New name' } },
  },
  'tokens.rotate': {
    action: 'token.rotate',
    target: 'token',
    fields: ['expiresAt', 'replacedBy'],
    good: async () => ({ publicId: await tokenOf(world().admin), graceHours: 24 }),
    bad: { publicId: unknown, graceHours: 24 },
  },
  'tokens.revoke': {
    action: 'token.revoke',
    target: 'token',
    fields: [],
    good: async () => ({ publicId: await tokenOf(world().other) }),
    bad: { publicId: unknown },
  },
});

async function tokenOf(owner: User): Promise<string> {
  return (await createApiToken(owner, { name: 'Old', scopes: ['admin'] }, bySystem)).record.publicId;
}
