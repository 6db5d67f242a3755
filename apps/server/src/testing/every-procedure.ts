import { randomUUID } from 'node:crypto';
import { reserveUsage, User } from '@ai-providers/db';
import { buildLimitRequest, buildModel, buildProvider, buildSession, buildUser } from '@ai-providers/db/testing';
import { newEntry } from './audit-entry.js';
import { declaredProcedures } from './declared-procedures.js';

/** Makes a secret that a later search will look for. */
export type Canary = (what: string) => string;

interface Try {
  type: 'query' | 'mutation';
  /** An input that the procedure accepts from a super admin, made anew for each call. */
  good: (canary: Canary) => unknown;
}

let serial = 0;
const unique = () => `${(serial += 1)}-${randomUUID().slice(0, 8)}`;
const invitedUser = () => buildUser({ passwordHash: '' });
const limitRequest = async () => (await buildLimitRequest(await buildUser(), await buildProvider())).publicId;
const anyone = async () => (await buildUser()).publicId;

const inputs: Record<string, (canary: Canary) => unknown> = {
  'admins.list': () => ({}),
  'admins.create': (canary) => ({
    email: `made-${unique()}@example.com`,
    name: 'Made',
    password: canary('password of a new admin'),
  }),
  'admins.update': async (canary) => ({
    publicId: await anyone(),
    patch: { password: canary('password set by another') },
  }),
  'audit.get': async () => ({ sequence: await newEntry() }),
  'admins.get': async () => ({ publicId: await anyone() }),
  'admins.invite': async () => ({ publicId: (await invitedUser()).publicId }),
  'admins.bulkUpdate': async () => ({ publicIds: [await anyone(), randomUUID()], patch: { isActive: false } }),
  'admins.deletionImpact': async () => ({ publicId: await anyone() }),
  'admins.delete': async () => ({ publicId: await anyone() }),
  'admins.sessions': async () => ({ publicId: await anyone() }),
  'admins.revokeSession': async () => ({ publicId: (await buildSession(await buildUser())).publicId }),
  'audit.list': () => ({ pageSize: 100 }),
  'audit.newer': () => ({ after: '0' }),
  'audit.verify': () => ({}),
  'audit.verifyStatus': () => undefined,
  'auth.login': (canary) => ({ email: `nobody-${unique()}@example.com`, password: canary('password of nobody') }),
  'auth.acceptInvite': (canary) => ({
    token: canary('secret of an invitation'),
    password: canary('password of an invited admin'),
  }),
  'auth.logout': () => undefined,
  'auth.me': () => undefined,
  'auth.changePassword': (canary) => ({
    currentPassword: canary('wrong current password'),
    newPassword: canary('new password'),
  }),
  'auth.updateProfile': (canary) => ({ name: 'Renamed', currentPassword: canary('current password beside a name') }),
  'auth.sessions': () => undefined,
  'auth.revokeSession': () => ({ publicId: randomUUID() }),
  'auth.revokeOtherSessions': () => undefined,
  'auth.preferences': () => undefined,
  'auth.updatePreferences': () => ({ calendar: 'jalali' }),
  'keys.resolve': async () => ({ provider: (await buildProvider()).slug }),
  'keys.explain': async () => ({ provider: (await buildProvider()).slug }),
  'models.list': () => ({}),
  'models.providerCounts': () => ({}),
  'models.matching': async () => ({
    filter: { provider: await providerOfOne() },
    expectedCount: 1,
  }),
  'models.byProvider': async () => ({ slug: (await buildProvider()).slug }),
  'models.byCapability': () => ({ capability: 'chat' }),
  'models.get': async () => ({ publicId: (await buildModel(await buildProvider())).publicId }),
  'models.create': async () => ({
    provider: (await buildProvider()).slug,
    name: 'M',
    modelId: 'm',
    capabilities: ['chat'],
  }),
  'models.update': async () => ({
    publicId: (await buildModel(await buildProvider())).publicId,
    patch: { sortOrder: 1 },
  }),
  'models.bulkUpdate': async () => ({
    publicIds: [(await buildModel(await buildProvider())).publicId, randomUUID()],
    patch: { mergeConfig: { note: 'merged' } },
  }),
  'models.bulkDelete': async () => ({
    publicIds: [(await buildModel(await buildProvider())).publicId, randomUUID()],
  }),
  'models.delete': async () => ({ publicId: (await buildModel(await buildProvider())).publicId }),
  'providers.list': () => ({ pageSize: 100 }),
  'providers.active': () => undefined,
  'providers.catalogue': () => undefined,
  'providers.bySlug': async () => ({ slug: (await buildProvider()).slug }),
  'providers.get': async () => ({ slug: (await buildProvider()).slug }),
  'providers.create': (canary) => ({ name: `Made ${unique()}`, sharedApiKey: canary('shared key of a new provider') }),
  'providers.update': async (canary) => ({
    publicId: (await buildProvider()).publicId,
    patch: { sharedApiKey: canary('shared key set later'), apiBaseUrl: 'https://elsewhere.example.com' },
  }),
  'providers.bulkUpdate': async () => ({
    publicIds: [(await buildProvider()).publicId, randomUUID()],
    patch: { isActive: false },
  }),
  'providers.reorder': async () => ({ publicId: (await buildProvider()).publicId, position: 1 }),
  'providers.previewAccess': async () => ({ provider: (await buildProvider()).slug, allowPersonalKeys: false }),
  'providers.previewDisable': async () => ({ publicIds: [(await buildProvider()).publicId] }),
  'providers.deletionImpact': async () => ({ publicId: (await buildProvider()).publicId }),
  'providers.delete': async () => ({ publicId: (await buildProvider()).publicId }),
  'settings.mine': () => undefined,
  'settings.update': async (canary) => ({
    provider: (await buildProvider()).slug,
    personalApiKey: canary('personal key'),
  }),
  'settings.forAdmin': async () => ({ admin: await anyone() }),
  'settings.forProvider': async () => ({ provider: (await buildProvider()).slug }),
  'settings.setLimit': async () => ({ admin: await anyone(), provider: (await buildProvider()).slug, monthlyLimit: 5 }),
  'settings.setLimits': async () => ({
    publicIds: [await anyone(), randomUUID()],
    provider: (await buildProvider()).slug,
    monthlyLimit: 5,
  }),
  'settings.requestLimit': async () => ({
    provider: (await buildProvider()).slug,
    monthlyLimit: 5000,
    note: 'For the launch',
  }),
  'settings.grantLimitRequest': async () => ({ publicId: await limitRequest(), monthlyLimit: 5000 }),
  'settings.dismissLimitRequest': async () => ({ publicId: await limitRequest() }),
  'settings.resetUsage': async () => ({ admin: await anyone(), provider: (await buildProvider()).slug }),
  'system.dashboard': () => undefined,
  'system.setup': (canary) => ({
    token: canary('set-up token'),
    email: 'late@example.com',
    name: 'Late',
    password: canary('password of the set-up'),
  }),
  'system.setupChecks': (canary) => ({ token: canary('set-up token'), origin: 'http://localhost' }),
  'system.setupStatus': () => undefined,
  'system.rotateKeys': () => ({}),
  'system.settings': () => undefined,
  'system.status': () => undefined,
  'system.update': () => ({ defaultMonthlyLimit: 5 }),
  'tokens.list': () => ({}),
  'tokens.create': () => ({ name: `Made ${unique()}`, scopes: ['registry:read'] }),
  'tokens.update': () => ({ publicId: randomUUID(), patch: { name: 'Renamed' } }),
  'tokens.rotate': () => ({ publicId: randomUUID(), graceHours: 1 }),
  'tokens.revoke': () => ({ publicId: randomUUID() }),
  'usage.ledger': () => ({}),
  'usage.reserve': async () => ({ provider: (await buildProvider()).slug, requestId: randomUUID() }),
  'usage.settle': async () => ({ requestId: await reserved(), status: 'ok', inputTokens: 1, outputTokens: 1 }),
  'usage.refund': async () => ({ requestId: await reserved() }),
  'usage.record': async () => ({ provider: (await buildProvider()).slug, requestId: randomUUID(), status: 'ok' }),
  'usage.series': () => ({ groupBy: 'model', grain: 'hour' }),
  'usage.summary': () => ({ groupBy: 'provider' }),
};

/** The slug of a provider with a single model. */
async function providerOfOne(): Promise<string> {
  const provider = await buildProvider();
  await buildModel(provider);
  return provider.slug;
}

/** A request that every super admin has reserved, each their own. */
async function reserved(): Promise<string> {
  const asked = { provider: (await buildProvider()).slug, requestId: randomUUID() };
  for (const admin of await User.findAll({ where: { isSuperuser: true } })) await reserveUsage(admin, asked);
  return asked.requestId;
}

/** Every procedure of the router, in an order in which the account of the caller lasts. */
export function everyProcedure(): [path: string, what: Try][] {
  const last = (path: string) => Number(path === 'auth.logout');
  return Object.entries(declaredProcedures)
    .map(([path, { type }]): [string, Try] => [path, { type, good: inputs[path] ?? missing(path) }])
    .sort(([a], [b]) => last(a) - last(b));
}

function missing(path: string): Try['good'] {
  return () => {
    throw new Error(`${path} is new: tell testing/every-procedure.ts what it takes`);
  };
}

/** Inputs that no procedure accepts, each with a secret in another place; but none as a field's name, which is told. */
export function badInputs(canary: Canary): unknown[] {
  const secret = canary('misplaced secret');
  return [
    { unknown: secret },
    secret,
    [secret],
    { publicId: secret, patch: { sharedApiKey: [secret] } },
    {
      provider: secret,
      slug: secret,
      name: { secret },
      admin: secret,
      email: secret,
      password: [secret],
      scopes: [secret],
    },
    { search: `${secret}${'x'.repeat(100)}`, sort: secret, cursor: secret, capability: secret },
  ];
}
