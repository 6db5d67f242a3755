import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenPattern, type TokenScope } from '@ai-providers/contracts';
import { ApiToken, findApiToken, User } from '@ai-providers/db';
import { buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
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
