import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AIModel, AIProvider, User } from '@ai-providers/db';
import { bySystem, createApiToken, createInvitedAdmin, reserveUsage } from '@ai-providers/db';
import {
  buildModel,
  buildProvider,
  buildSession,
  buildUser,
  openTestDatabase,
  type TestDatabase,
} from '@ai-providers/db/testing';
import { newEntry } from '../testing/audit-entry.js';
import { callersOn } from '../testing/caller.js';
import { outcomeOf } from '../testing/refusal.js';
import { createPasswords } from '../security/passwords.js';
import { appRouter } from './index.js';

const password = 'correct horse battery';

/** Who calls, in the order of the table's columns. */
const callers = [
  'nobody',
  'reader token',
  'keys:resolve token',
  'normal admin',
  'super admin',
  'super’s reader token',
] as const;

const nobody = 'UNAUTHENTICATED';
const scope = 'SCOPE_MISSING';
const forbidden = 'FORBIDDEN';
type Row = [string, string, string, string, string, string];

const everyone: Row = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok'];
const readers: Row = [nobody, 'ok', scope, 'ok', 'ok', 'ok'];
const admins: Row = [nobody, scope, scope, 'ok', 'ok', scope];
const superAdmins: Row = [nobody, scope, scope, forbidden, 'ok', scope];

/** Every procedure of the system and who may call it. A new procedure needs a line here. */
const table: Record<string, Row> = {
  'admins.bulkUpdate': superAdmins,
  'admins.create': superAdmins,
  'admins.delete': superAdmins,
  'admins.deletionImpact': superAdmins,
  'admins.get': superAdmins,
  'admins.invite': superAdmins,
  'admins.list': superAdmins,
  'admins.revokeSession': superAdmins,
  'admins.sessions': superAdmins,
  'admins.update': superAdmins,
  'audit.get': [nobody, scope, scope, 'NOT_FOUND', 'ok', scope], // an entry of somebody else’s
  'audit.list': admins,
  'audit.newer': admins,
  'audit.verify': superAdmins,
  'audit.verifyStatus': superAdmins,
  'auth.acceptInvite': everyone,
  'auth.changePassword': admins,
  'auth.login': everyone,
  'auth.logout': admins,
  'auth.me': readers,
  'auth.preferences': admins,
  'auth.revokeOtherSessions': admins,
  'auth.revokeSession': [nobody, scope, scope, 'ok', 'NOT_FOUND', scope], // the normal admin's own
  'auth.sessions': admins,
  'auth.updatePreferences': admins,
  'auth.updateProfile': admins,
  'keys.explain': readers,
  'keys.resolve': [nobody, scope, 'ok', 'TOKEN_REQUIRED', 'TOKEN_REQUIRED', scope],
  'models.byCapability': readers,
  'models.byProvider': readers,
  'models.create': superAdmins,
  'models.delete': superAdmins,
  'models.get': readers,
  'models.list': readers,
  'models.update': superAdmins,
  'providers.active': readers,
  'providers.bulkUpdate': superAdmins,
  'providers.bySlug': readers,
  'providers.create': superAdmins,
  'providers.delete': superAdmins,
  'providers.deletionImpact': superAdmins,
  'providers.get': readers,
  'providers.list': readers,
  'providers.previewAccess': superAdmins,
  'providers.reorder': superAdmins,
  'providers.update': superAdmins,
  'settings.forAdmin': superAdmins,
  'settings.mine': readers,
  'settings.resetUsage': superAdmins,
  'settings.setLimit': superAdmins,
  'settings.setLimits': superAdmins,
  'settings.update': admins,
  'system.setup': ['SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE', 'SETUP_DONE'],
  'system.setupStatus': everyone,
  'system.status': superAdmins,
  'tokens.create': admins,
  'tokens.list': admins,
  'tokens.revoke': admins,
  'usage.ledger': admins,
  'usage.record': admins,
  'usage.refund': admins,
  'usage.reserve': admins,
  'usage.series': admins,
  'usage.settle': admins,
  'usage.summary': admins,
};

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
let model: AIModel;
let serial = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  const passwordHash = await createPasswords().hash(password);
  normal = await buildUser({ passwordHash });
  superAdmin = await buildUser({ passwordHash, isSuperuser: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
  model = await buildModel(provider);
});

/** The least valid input of each procedure; made anew for each call, because some of them delete. */
const inputs: Record<string, () => unknown> = {
  'admins.create': () => ({ email: `new-${(serial += 1)}@example.com`, name: 'New', password }),
  'admins.bulkUpdate': () => ({ publicIds: [normal.publicId], patch: { isActive: true } }),
  'admins.delete': async () => ({ publicId: (await buildUser()).publicId }),
  'admins.deletionImpact': () => ({ publicId: normal.publicId }),
  'admins.get': () => ({ publicId: normal.publicId }),
  'admins.invite': async () => ({ publicId: (await buildUser({ passwordHash: '' })).publicId }),
  'admins.revokeSession': async () => ({ publicId: (await buildSession(normal)).publicId }),
  'admins.sessions': () => ({ publicId: normal.publicId }),
  'admins.update': () => ({ publicId: normal.publicId, patch: {} }),
  'audit.get': async () => ({ sequence: await newEntry() }),
  'audit.newer': () => ({ after: '0' }),
  'auth.acceptInvite': async () => ({ token: await invitation(), password }),
  'auth.changePassword': () => ({ currentPassword: password, newPassword: password }),
  'auth.login': () => ({ email: normal.email, password }),
  'auth.revokeSession': async () => ({ publicId: (await buildSession(normal)).publicId }),
  'auth.updatePreferences': () => ({}),
  'auth.updateProfile': () => ({}),
  'keys.explain': () => ({ provider: provider.slug }),
  'keys.resolve': () => ({ provider: provider.slug }),
  'models.byCapability': () => ({ capability: 'chat' }),
  'models.byProvider': () => ({ slug: provider.slug }),
  'models.create': () => ({ provider: provider.slug, name: 'New', modelId: `new-${(serial += 1)}`, capabilities: [] }),
  'models.delete': async () => ({ publicId: (await buildModel(provider)).publicId }),
  'models.get': () => ({ publicId: model.publicId }),
  'models.update': () => ({ publicId: model.publicId, patch: {} }),
  'providers.bulkUpdate': () => ({ publicIds: [provider.publicId], patch: { isActive: true } }),
  'providers.bySlug': () => ({ slug: provider.slug }),
  'providers.create': () => ({ name: `New ${(serial += 1)}` }),
  'providers.delete': async () => ({ publicId: (await buildProvider()).publicId }),
  'providers.deletionImpact': () => ({ publicId: provider.publicId }),
  'providers.get': () => ({ slug: provider.slug }),
  'providers.previewAccess': () => ({ provider: provider.slug, isActive: false }),
  'providers.reorder': () => ({ publicId: provider.publicId, afterId: null }),
  'providers.update': () => ({ publicId: provider.publicId, patch: {} }),
  'settings.forAdmin': () => ({ admin: normal.publicId }),
  'settings.resetUsage': () => ({ admin: normal.publicId, provider: provider.slug }),
  'settings.setLimit': () => ({ admin: normal.publicId, provider: provider.slug, monthlyLimit: 1 }),
  'settings.setLimits': () => ({ admin: normal.publicId, providers: [provider.slug], monthlyLimit: 1 }),
  'settings.update': () => ({ provider: provider.slug }),
  'system.setup': () => ({ token: 'any', email: 'late@example.com', name: 'Late', password }),
  'tokens.create': () => ({ name: 'New', scopes: ['registry:read'] }),
  'tokens.revoke': async () => ({
    publicId: (await createApiToken(normal, { name: 'Old', scopes: ['admin'] }, bySystem)).record.publicId,
  }),
  'usage.record': () => ({ provider: provider.slug, requestId: randomUUID(), status: 'ok' }),
  'usage.refund': async () => ({ requestId: await reserved() }),
  'usage.reserve': () => ({ provider: provider.slug, requestId: randomUUID() }),
  'usage.settle': async () => ({ requestId: await reserved(), status: 'ok' }),
};

/** The secret of a link that nobody has used. */
async function invitation(): Promise<string> {
  const account = { email: `invited-${(serial += 1)}@example.com`, name: '' };
  return (await createInvitedAdmin(account, bySystem)).invitation.token;
}

/** A request that both admins have reserved, each their own. */
async function reserved(): Promise<string> {
  const requestId = randomUUID();
  for (const admin of [normal, superAdmin]) await reserveUsage(admin, { provider: provider.slug, requestId });
  return requestId;
}

const everyCaller = () => [
  as.nobody(),
  as.token(normal, 'registry:read'),
  as.token(normal, 'keys:resolve'),
  as.session(normal),
  as.session(superAdmin),
  as.token(superAdmin, 'registry:read'),
];

async function call(caller: object, path: string): Promise<string> {
  const input = await inputs[path]?.();
  const [router = '', name = ''] = path.split('.');
  const procedures = caller as Record<string, Record<string, (input: unknown) => Promise<unknown>>>; // by name, not by type
  const procedure = procedures[router]?.[name];
  if (!procedure) throw new Error(`There is no procedure ${path}`);
  return (await outcomeOf(procedure(input)))?.reason ?? 'ok';
}

const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { access?: string } } }>; // keyed by path

describe('the table of access', () => {
  it('has a line for each procedure of the router, and for nothing else', () => {
    expect(Object.keys(table)).toEqual(Object.keys(procedures).sort());
  });

  it('finds a declared access on each procedure', () => {
    const undeclared = Object.entries(procedures).filter(([, { _def }]) => _def.meta?.access === undefined);
    expect(undeclared.map(([path]) => path)).toEqual([]);
  });

  it('names all that is open to everybody', () => {
    const open = Object.entries(procedures).filter(([, { _def }]) => _def.meta?.access === 'public');
    expect(open.map(([path]) => path).sort()).toEqual([
      'auth.acceptInvite',
      'auth.login',
      'system.setup',
      'system.setupStatus',
    ]);
  });

  it.each(Object.keys(procedures).sort())('holds for %s', async (path) => {
    const outcomes: Record<string, string> = {};
    for (const [index, caller] of everyCaller().entries()) outcomes[callers[index] ?? ''] = await call(caller, path);
    expect(outcomes).toEqual(Object.fromEntries(callers.map((name, index) => [name, table[path]?.[index]])));
  });
});

describe('a caller’s rights', () => {
  it('are those that the owner of an admin token has now', async () => {
    const owner = await buildUser({ isAdminFull: true });
    const token = as.token(owner, 'admin');
    expect(await call(token, 'providers.create')).toBe('ok');
    owner.isAdminFull = false;
    expect(await call(token, 'providers.create')).toBe(forbidden);
  });

  it('hold for a full admin as for a superuser', async () => {
    const full = as.session(await buildUser({ isAdminFull: true }));
    for (const path of ['providers.create', 'admins.list', 'settings.setLimit'])
      expect(await call(full, path)).toBe('ok');
  });

  it('with the scope usage:write are counting, and nothing else', async () => {
    const token = as.token(superAdmin, 'usage:write');
    const open: string[] = [];
    for (const path of Object.keys(table)) if ((await call(token, path)) === 'ok') open.push(path);
    expect(open).toEqual([
      'auth.acceptInvite',
      'auth.login',
      'system.setupStatus',
      'usage.record',
      'usage.refund',
      'usage.reserve',
      'usage.settle',
    ]);
  });

  it('with the scope admin include reading, and neither keys nor usage', async () => {
    const token = as.token(superAdmin, 'admin');
    expect(await call(token, 'providers.list')).toBe('ok');
    expect(await call(token, 'keys.resolve')).toBe(scope);
    expect(await call(token, 'usage.reserve')).toBe(scope);
  });
});
