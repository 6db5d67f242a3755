import { Op } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditEntry, bySystem, createApiToken, User, type AIModel, type AIProvider } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { createPasswords } from '../security/passwords.js';
import { createSetupToken } from '../security/setup-token.js';
import { callersOn } from '../testing/caller.js';
import { outcomeOf } from '../testing/refusal.js';
import { appRouter } from './index.js';

const password = 'correct horse battery';
const unknown = '00000000-0000-4000-8000-000000000000';
/** In everything secret that is sent here; nothing of the audit log may hold it. */
const canary = 'CANARY';

type Input = Record<string, unknown>;
interface Expected {
  action: string;
  target: string;
  /** The names of the changed fields, in any order. */
  fields: string[];
  good: () => Input | undefined | Promise<Input>;
  /** An input that is refused after the caller was let in; null where there is none. */
  bad: Input | null;
}

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let passwordHash: string;
let setupToken: string;
let admin: User;
let other: User;
let provider: AIProvider;
let model: AIModel;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  passwordHash = await createPasswords().hash(password);
  setupToken = (await createSetupToken(database.sequelize, database.secrets)).value;
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await buildUser({ isSuperuser: true, passwordHash });
  other = await buildUser();
  provider = await buildProvider();
  model = await buildModel(provider);
});

/** Every mutation and the row that it leaves. A new one needs an entry here. */
const mutations: Record<string, Expected> = {
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
    good: () => ({ publicId: other.publicId, patch: { name: 'Renamed', password: `${canary} password` } }),
    bad: { publicId: unknown, patch: { name: 'Renamed' } },
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
    good: () => ({ email: admin.email, password }),
    bad: null,
  },
  'auth.logout': { action: 'auth.logout', target: 'user', fields: [], good: () => undefined, bad: null },
  'models.create': {
    action: 'model.create',
    target: 'model',
    fields: ['capabilities', 'config.note', 'name', 'modelId', 'displayName'],
    good: () => ({
      provider: provider.slug,
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
    good: () => ({ publicId: model.publicId }),
    bad: { publicId: unknown },
  },
  'models.update': {
    action: 'model.update',
    target: 'model',
    fields: ['displayName', 'config.note'],
    good: () => ({ publicId: model.publicId, patch: { displayName: 'Renamed', config: { note: canary } } }),
    bad: { publicId: unknown, patch: {} },
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
    good: () => ({ publicId: provider.publicId }),
    bad: { publicId: unknown },
  },
  'providers.update': {
    action: 'provider.update',
    target: 'provider',
    fields: ['website', 'sharedApiKey'],
    good: () => ({
      publicId: provider.publicId,
      patch: { website: 'https://example.com', sharedApiKey: `sk-${canary}-1234` },
    }),
    bad: { publicId: unknown, patch: { sharedApiKey: `sk-${canary}-1234` } },
  },
  'settings.resetUsage': {
    action: 'settings.reset_usage',
    target: 'settings',
    fields: [],
    good: () => ({ admin: other.publicId, provider: provider.slug }),
    bad: { admin: unknown, provider: 'unknown' },
  },
  'settings.setLimit': {
    action: 'settings.limit',
    target: 'settings',
    fields: ['monthlyLimit'],
    good: () => ({ admin: other.publicId, provider: provider.slug, monthlyLimit: 5 }),
    bad: { admin: unknown, provider: 'unknown', monthlyLimit: 5 },
  },
  'settings.update': {
    action: 'settings.update',
    target: 'settings',
    fields: ['useSharedApi', 'personalApiKey'],
    good: () => ({ provider: provider.slug, useSharedApi: false, personalApiKey: `sk-${canary}-1234` }),
    bad: { provider: 'unknown', personalApiKey: `sk-${canary}-1234` },
  },
  'tokens.create': {
    action: 'token.create',
    target: 'token',
    fields: ['scopes', 'expiresAt'],
    good: () => ({ name: 'New', scopes: ['admin'] }),
    bad: { name: 'New', scopes: ['admin'], expiresAt: '2001-01-01T00:00:00Z' },
  },
  'tokens.revoke': {
    action: 'token.revoke',
    target: 'token',
    fields: [],
    good: async () => ({
      publicId: (await createApiToken(other, { name: 'Old', scopes: ['admin'] }, bySystem)).record.publicId,
    }),
    bad: { publicId: unknown },
  },
};

async function mutate(path: string, input: Input | undefined, caller: object = as.session(admin)) {
  const [router = '', name = ''] = path.split('.');
  const procedures = caller as Record<string, Record<string, (input: unknown) => Promise<unknown>>>; // by name, not by type
  const last = await AuditEntry.findOne({ order: [['id', 'DESC']] });
  const outcome = await outcomeOf(
    procedures[router]?.[name]?.(input) ?? Promise.reject(new Error(`There is no ${path}`)),
  );
  const rows = await AuditEntry.findAll({ where: { id: { [Op.gt]: last?.id ?? '0' } } });
  return { outcome, rows };
}

const kinds = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>; // keyed by path
const paths = Object.keys(kinds)
  .filter((path) => kinds[path]?._def.type === 'mutation' && path !== 'system.setup')
  .sort();

describe('the audit log', () => {
  it('is expected here to hold a row of every mutation', () => {
    expect(Object.keys(mutations).sort()).toEqual(paths);
  });

  it.each(paths)('gets exactly one row of %s', async (path) => {
    const { action, target, fields, good } = mutations[path] ?? expect.fail();
    const { outcome, rows } = await mutate(path, await good());
    expect(outcome).toBeNull();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      action,
      targetType: target,
      via: 'session',
      ip: '127.0.0.1',
      actorPublicId: admin.publicId,
      actorLabel: admin.email,
      targetPublicId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      targetLabel: expect.stringMatching(/./),
      viaPublicId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(rows[0]?.changes.map(({ field }) => field).sort()).toEqual([...fields].sort());
  });

  it.each(paths)('holds no secret and no ciphertext of %s', async (path) => {
    const { rows } = await mutate(path, await mutations[path]?.good());
    expect(JSON.stringify(rows)).not.toMatch(/CANARY|1234|gAAAA|argon2|dap_|correct horse/);
  });

  it.each(paths.filter((path) => mutations[path]?.bad))('gets no row of a refused %s', async (path) => {
    const { outcome, rows } = await mutate(path, mutations[path]?.bad ?? undefined);
    expect(outcome).not.toBeNull();
    expect(rows).toEqual([]);
  });

  it.each(['providers.create', 'models.delete', 'settings.setLimit', 'admins.update'])(
    'gets no row of %s by who may not',
    async (path) => {
      const { outcome, rows } = await mutate(path, await mutations[path]?.good(), as.session(other));
      expect(outcome?.reason).toBe('FORBIDDEN');
      expect(rows).toEqual([]);
    },
  );

  it('names a program as the way in', async () => {
    const { rows } = await mutate(
      'providers.update',
      { publicId: provider.publicId, patch: { sortOrder: 9 } },
      as.token(admin, 'admin'),
    );
    expect(rows).toMatchObject([
      { via: 'token', actorPublicId: admin.publicId, changes: [{ field: 'sortOrder', from: 0, to: 9 }] },
    ]);
  });

  it('gets a row of a failed sign-in that names a known account, and no typed text', async () => {
    const known = await mutate('auth.login', { email: admin.email, password: `${canary} wrong` }, as.nobody());
    expect(known.rows).toMatchObject([
      { action: 'auth.login_failed', actorPublicId: null, targetPublicId: admin.publicId, via: 'system' },
    ]);
    const nobody = await mutate(
      'auth.login',
      { email: `${canary}@example.com`, password: `${canary} wrong` },
      as.nobody(),
    );
    expect(nobody.rows).toMatchObject([{ action: 'auth.login_failed', targetPublicId: null, targetLabel: 'unknown' }]);
    expect(JSON.stringify([known.rows, nobody.rows])).not.toMatch(/canary/i);
  });

  it('gets a row of a key that was handed out, and none of one that was not', async () => {
    const given = await mutate('keys.resolve', { provider: provider.slug }, as.token(admin, 'keys:resolve'));
    expect(given.rows).toMatchObject([
      {
        action: 'key.resolve',
        via: 'token',
        actorLabel: admin.email,
        targetPublicId: provider.publicId,
        changes: [{ field: 'source', to: 'shared' }],
      },
    ]);
    expect(JSON.stringify(given.rows)).not.toContain('sk-test');
    expect((await mutate('keys.resolve', { provider: provider.slug }, as.token(other, 'keys:resolve'))).rows).toEqual(
      [],
    );
  });

  it('gets a row of the set-up, with its new admin as the actor', async () => {
    await User.destroy({ where: {} });
    const input = { token: setupToken, email: 'first@example.com', name: 'First', password: `${canary} password` };
    const { rows } = await mutate('system.setup', input, as.nobody());
    expect(rows.map(({ action, actorLabel }) => [action, actorLabel])).toEqual([['system.setup', 'first@example.com']]);
    expect(JSON.stringify(rows)).not.toMatch(/CANARY|argon2/);
    expect((await mutate('system.setup', input, as.nobody())).rows).toEqual([]);
  });
});
