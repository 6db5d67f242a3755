import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenPattern, type TokenScope } from '@ai-providers/contracts';
import { ApiToken, findApiToken, noteTokenUse, User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let stranger: User;
let superAdmin: User;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  normal = await buildUser();
  stranger = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
});

const create = (user: User, input: object = {}) =>
  as.session(user).tokens.create({ name: 'A program', scopes: ['registry:read'], ...input });

describe('tokens.create', () => {
  it('shows the token once, and belongs to who made it', async () => {
    const { token, item } = await create(normal, { scopes: ['registry:read', 'registry:read', 'usage:write'] });
    expect(token).toMatch(tokenPattern);
    expect(item).toMatchObject({
      last4: token.slice(-4),
      scopes: ['registry:read', 'usage:write'],
      owner: { publicId: normal.publicId },
      state: 'active',
      expiresAt: null,
      can: { revoke: true },
    });
    expect((await findApiToken(token))?.user?.publicId).toBe(normal.publicId);
    const listed = JSON.stringify(await as.session(normal).tokens.list());
    expect(listed).toContain(item.publicId);
    expect(listed).not.toContain(token.slice(0, -4));
  });

  it.each<[TokenScope[], TokenScope[], string | null]>([
    [['admin'], ['admin', 'registry:read'], null],
    [['admin', 'keys:resolve'], ['keys:resolve'], null],
    [['admin'], ['keys:resolve'], 'keys:resolve'],
    [['admin'], ['registry:read', 'usage:write'], 'usage:write'],
  ])('with a token of %j makes one of %j; missing: %s', async (own, wanted, missing) => {
    const call = as.token(superAdmin, ...own).tokens.create({ name: 'Stronger', scopes: wanted });
    if (missing === null) return expect(call).resolves.toMatchObject({ item: { scopes: wanted } });
    expect(await refusalOf(call)).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'SCOPE_MISSING',
      field: 'scopes',
      params: { scope: missing },
    });
    expect(await ApiToken.count()).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ['scopes', [], 'REQUIRED'],
    ['scopes.0', ['everything'], 'NOT_ALLOWED'],
    ['name', '', 'REQUIRED'],
    ['expiresAt', 'tomorrow', 'INVALID_FORMAT'],
    ['expiresAt', '2001-01-01T00:00:00Z', 'EXPIRY_IN_PAST'],
    ['userId', '1', 'UNKNOWN_FIELD'],
    ['owner', unknown, 'UNKNOWN_FIELD'],
  ])('refuses %s as %j', async (path, value, reason) => {
    const [field = ''] = path.split('.');
    expect(await refusalOf(create(normal, { [field]: value }))).toMatchObject({
      field: path,
      fieldErrors: { [path]: { reason } },
    });
    expect(await ApiToken.count()).toBe(0);
  });
});

describe('tokens.list', () => {
  it('shows a normal admin their own, and a super admin everybody’s', async () => {
    const [mine, theirs] = [(await create(normal)).item.publicId, (await create(stranger)).item.publicId];
    const ids = async (user: User, input = {}) =>
      (await as.session(user).tokens.list(input)).items.map(({ publicId }) => publicId).sort();
    expect(await ids(normal)).toEqual([mine]);
    expect(await ids(normal, { owner: stranger.publicId })).toEqual([]);
    expect(await ids(superAdmin)).toEqual([mine, theirs].sort());
    expect(await ids(superAdmin, { owner: stranger.publicId })).toEqual([theirs]);
  });

  it('shows the state of each', async () => {
    const { item } = await create(normal);
    await as.session(normal).tokens.revoke({ publicId: item.publicId });
    const { items } = await as.session(normal).tokens.list();
    expect(items).toMatchObject([{ state: 'revoked', revokedAt: expect.stringMatching(/Z$/), can: { revoke: false } }]);
  });
});

describe('tokens.revoke', () => {
  it('ends one’s own token at once', async () => {
    const { token, item } = await create(normal);
    expect(await as.session(normal).tokens.revoke({ publicId: item.publicId })).toMatchObject({ state: 'revoked' });
    expect(await findApiToken(token)).toBeNull();
  });

  it('lets a super admin end anybody’s', async () => {
    const { token, item } = await create(normal);
    expect(await as.session(superAdmin).tokens.revoke({ publicId: item.publicId })).toMatchObject({
      owner: { email: normal.email },
      state: 'revoked',
    });
    expect(await findApiToken(token)).toBeNull();
  });

  it('answers for another’s token as for an unknown one, and leaves it alive', async () => {
    const { token, item } = await create(stranger);
    const theirs = await refusalOf(as.session(normal).tokens.revoke({ publicId: item.publicId }));
    expect(theirs).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
    expect(await refusalOf(as.session(normal).tokens.revoke({ publicId: unknown }))).toEqual(theirs);
    expect(await findApiToken(token)).not.toBeNull();
  });
});

describe('tokens.update and tokens.rotate', () => {
  const deeds = [
    ['update', (of: User, publicId: string) => as.session(of).tokens.update({ publicId, patch: { name: 'Renamed' } })],
    ['rotate', (of: User, publicId: string) => as.session(of).tokens.rotate({ publicId, graceHours: 1 })],
  ] as const;

  it.each(deeds)('%s is for its owner alone: whoever has a token acts as its owner', async (_deed, run) => {
    const { item } = await create(normal);
    expect(await refusalOf(run(stranger, item.publicId))).toMatchObject({ reason: 'NOT_FOUND' });
    expect(await refusalOf(run(stranger, unknown))).toMatchObject({ reason: 'NOT_FOUND' });
    expect(await refusalOf(run(superAdmin, item.publicId))).toMatchObject({ reason: 'FORBIDDEN' });
    await run(normal, item.publicId);
  });

  it('update refuses a late name, by what was seen; a use of the token is no change', async () => {
    const { item } = await create(normal);
    const record = await ApiToken.findOne({ where: { publicId: item.publicId }, rejectOnEmpty: true });
    await noteTokenUse(record, '127.0.0.1');
    const rename = (name: string, expectedUpdatedAt = item.updatedAt) =>
      as.session(normal).tokens.update({ publicId: item.publicId, patch: { name }, expectedUpdatedAt });
    const renamed = await rename('First');
    expect(renamed.updatedAt).not.toBe(item.updatedAt);
    expect(await refusalOf(rename('Second'))).toEqual({ code: 'CONFLICT', reason: 'EDIT_CONFLICT' });
    expect(await rename('Third', renamed.updatedAt)).toMatchObject({ name: 'Third' });
  });

  it('rotate shows the new token once, and what may be done with each', async () => {
    const { item } = await create(normal);
    const made = await as.session(normal).tokens.rotate({ publicId: item.publicId, graceHours: 24 });
    expect(made.token).toMatch(tokenPattern);
    expect(made.item).toMatchObject({ name: 'A program', can: { update: true, rotate: true, revoke: true } });
    const { items } = await as.session(normal).tokens.list();
    expect(items.find(({ publicId }) => publicId === item.publicId)).toMatchObject({
      state: 'active',
      replacedAt: expect.stringMatching(/Z$/),
      can: { rotate: false, revoke: true },
    });
    expect(JSON.stringify(items)).not.toContain(made.token);
  });

  it.each([2, -1, '1', null, undefined])('rotate refuses a grace of %s hours', async (graceHours) => {
    const { item } = await create(normal);
    const input = { publicId: item.publicId, graceHours } as never; // what another program may send
    expect(await refusalOf(as.session(normal).tokens.rotate(input))).toMatchObject({ field: 'graceHours' });
  });
});

describe('a token that makes tokens', () => {
  const hour = 3_600_000;
  const later = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
  const limited = async (limits: { allowedIps?: string[]; expiresAt?: string }) => {
    const { item } = await create(normal, { scopes: ['admin', 'registry:read'], ...limits });
    const token = await ApiToken.findByPublicIdOrThrow(item.publicId);
    return as.actor({ via: 'token', user: normal, token });
  };

  it.each<[object, object, string | null]>([
    [{ allowedIps: ['10.0.0.0/8'] }, {}, 'allowedIps'],
    [{ allowedIps: ['10.0.0.0/8'] }, { allowedIps: ['10.1.0.0/16', '11.0.0.1'] }, 'allowedIps'],
    [{ allowedIps: ['10.0.0.0/8'] }, { allowedIps: ['10.0.0.0/7'] }, 'allowedIps'],
    [{ allowedIps: ['10.0.0.0/8'] }, { allowedIps: ['10.1.0.0/16', '10.2.3.4'] }, null],
    [{ expiresAt: later(1) }, {}, 'expiresAt'],
    [{ expiresAt: later(1) }, { expiresAt: later(2) }, 'expiresAt'],
    [{ expiresAt: later(2) }, { expiresAt: later(1) }, null],
  ])('limited to %j makes one with %j; at fault: %s', async (own, wanted, field) => {
    const caller = await limited(own);
    const call = caller.tokens.create({ name: 'Made', scopes: ['registry:read'], ...wanted });
    if (field === null) return expect(call).resolves.toMatchObject({ item: { name: 'Made' } });
    expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN', reason: 'TOKEN_TOO_STRONG', field });
  });

  it('does not rotate one that is allowed more than itself', async () => {
    const strong = (await create(normal, { scopes: ['admin', 'keys:resolve'] })).item.publicId;
    const free = (await create(normal)).item.publicId;
    const rotate = async (caller: ReturnType<typeof as.actor>, publicId: string) =>
      (await refusalOf(caller.tokens.rotate({ publicId, graceHours: 0 }))).reason;
    expect(await rotate(as.token(normal, 'admin'), strong)).toBe('SCOPE_MISSING');
    expect(await rotate(await limited({ allowedIps: ['10.0.0.1'] }), free)).toBe('TOKEN_TOO_STRONG');
  });
});

describe('what a token may be limited to', () => {
  it('is no provider where it may do all that the panel can', async () => {
    const { slug } = await buildProvider();
    expect(await refusalOf(create(normal, { scopes: ['admin'], providers: [slug] }))).toMatchObject({
      fieldErrors: { providers: { reason: 'ADMIN_REACHES_ALL' } },
    });
  });

  it.each(['localhost', '10.0.0.0/33', '10.0.0', '203.0.113.7/', 'fe80::1%eth0', '1.2.3.4, 5.6.7.8', ''])(
    'is not the address %j',
    async (ip) => {
      expect(await refusalOf(create(normal, { allowedIps: ['10.0.0.1', ip] }))).toMatchObject({
        fieldErrors: { 'allowedIps.1': { reason: 'IP_INVALID' } },
      });
    },
  );

  it('is shown with it; a provider that was switched off meanwhile is not, to who may not know of it', async () => {
    const provider = await buildProvider();
    const limits = { providers: [provider.slug], allowedIps: ['10.0.0.0/8'] };
    expect((await create(normal, limits)).item).toMatchObject({
      providers: [{ slug: provider.slug, displayName: provider.displayName }],
      allowedIps: limits.allowedIps,
    });
    await provider.update({ isActive: false });
    const shown = async (user: User) => (await as.session(user).tokens.list()).items.map(({ providers }) => providers);
    expect([await shown(normal), await shown(superAdmin)]).toEqual([[[]], [[expect.anything()]]]);
  });
});
