import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AIModel, AIProvider, User } from '@ai-providers/db';
import { bySystem, createApiToken, createInvitedAdmin, reserveUsage } from '@ai-providers/db';
import {
  buildLimitRequest,
  buildModel,
  buildProvider,
  buildSession,
  buildUser,
  openTestDatabase,
  type TestDatabase,
} from '@ai-providers/db/testing';
import { accessTable as table, callers, forbidden, scope } from '../testing/access-table.js';
import { newEntry } from '../testing/audit-entry.js';
import { callersOn } from '../testing/caller.js';
import { declaredProcedures } from '../testing/declared-procedures.js';
import { outcomeOf } from '../testing/refusal.js';
import { createPasswords } from '../security/passwords.js';

const password = 'correct horse battery';

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
  'models.bulkDelete': async () => ({ publicIds: [(await buildModel(provider)).publicId] }),
  'models.bulkUpdate': () => ({ publicIds: [model.publicId], patch: { isActive: true } }),
  'models.byCapability': () => ({ capability: 'chat' }),
  'models.byProvider': () => ({ slug: provider.slug }),
  'models.create': () => ({ provider: provider.slug, name: 'New', modelId: `new-${(serial += 1)}`, capabilities: [] }),
  'models.delete': async () => ({ publicId: (await buildModel(provider)).publicId }),
  'models.get': () => ({ publicId: model.publicId }),
  'models.matching': () => ({ filter: { search: model.modelId, provider: provider.slug }, expectedCount: 1 }),
  'models.update': () => ({ publicId: model.publicId, patch: {} }),
  'providers.bulkUpdate': () => ({ publicIds: [provider.publicId], patch: { isActive: true } }),
  'providers.bySlug': () => ({ slug: provider.slug }),
  'providers.create': () => ({ name: `New ${(serial += 1)}` }),
  'providers.delete': async () => ({ publicId: (await buildProvider()).publicId }),
  'providers.deletionImpact': () => ({ publicId: provider.publicId }),
  'providers.get': () => ({ slug: provider.slug }),
  'providers.previewAccess': () => ({ provider: provider.slug, isActive: false }),
  'providers.previewDisable': () => ({ publicIds: [provider.publicId] }),
  'providers.reorder': () => ({ publicId: provider.publicId, afterId: null }),
  'providers.update': () => ({ publicId: provider.publicId, patch: {} }),
  'settings.dismissLimitRequest': async () => ({ publicId: (await buildLimitRequest(normal, provider)).publicId }),
  'settings.grantLimitRequest': async () => ({
    publicId: (await buildLimitRequest(normal, provider)).publicId,
    monthlyLimit: 2000,
  }),
  'settings.requestLimit': () => ({ provider: provider.slug, monthlyLimit: 2_000_000 }),
  'settings.forProvider': () => ({ provider: provider.slug }),
  'settings.forAdmin': () => ({ admin: normal.publicId }),
  'settings.resetUsage': () => ({ admin: normal.publicId, provider: provider.slug }),
  'settings.setLimit': () => ({ admin: normal.publicId, provider: provider.slug, monthlyLimit: 1 }),
  'settings.setLimits': () => ({ admin: normal.publicId, providers: [provider.slug], monthlyLimit: 1 }),
  'settings.update': () => ({ provider: provider.slug }),
  'system.setup': () => ({ token: 'any', email: 'late@example.com', name: 'Late', password }),
  'system.update': () => ({ defaultMonthlyLimit: 1000 }),
  'system.setupChecks': () => ({ token: 'any', origin: 'http://localhost' }),
  'tokens.create': () => ({ name: 'New', scopes: ['registry:read'] }),
  'tokens.revoke': async () => ({ publicId: await tokenOfNormal() }),
  'tokens.rotate': async () => ({ publicId: await tokenOfNormal(), graceHours: 0 }),
  'tokens.update': async () => ({ publicId: await tokenOfNormal(), patch: { name: 'New' } }),
  'usage.record': () => ({ provider: provider.slug, requestId: randomUUID(), status: 'ok' }),
  'usage.refund': async () => ({ requestId: await reserved() }),
  'usage.reserve': () => ({ provider: provider.slug, requestId: randomUUID() }),
  'usage.settle': async () => ({ requestId: await reserved(), status: 'ok' }),
};

async function tokenOfNormal(): Promise<string> {
  return (await createApiToken(normal, { name: 'Old', scopes: ['admin'] }, bySystem)).record.publicId;
}

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

describe('the table of access', () => {
  it('has a line for each procedure of the router, and for nothing else', () => {
    expect(Object.keys(table)).toEqual(Object.keys(declaredProcedures).sort());
  });

  it('finds a declared access on each procedure', () => {
    const undeclared = Object.entries(declaredProcedures).filter(([, { access }]) => access === undefined);
    expect(undeclared.map(([path]) => path)).toEqual([]);
  });

  it('names all that is open to everybody', () => {
    const open = Object.entries(declaredProcedures).filter(([, { access }]) => access === 'public');
    expect(open.map(([path]) => path).sort()).toEqual([
      'auth.acceptInvite',
      'auth.login',
      'system.setup',
      'system.setupChecks',
      'system.setupStatus',
    ]);
  });

  it.each(Object.keys(declaredProcedures).sort())('holds for %s', async (path) => {
    await database.sequelize.query('delete from rate_limits'); // the calls of one table are no attack
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
