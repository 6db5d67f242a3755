import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditEntry, Session, User } from '@ai-providers/db';
import { buildSession, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { outcomeOf, refusalOf } from '../testing/refusal.js';

const password = 'correct horse battery';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let superAdmin: User;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  superAdmin = await buildUser({ isSuperuser: true });
});

const email = 'new@example.com';
const mine = () => as.session(superAdmin).admins;
const tokenIn = (link: string | undefined) => link?.split('#token=')[1] ?? expect.fail();
const invite = async (input: object = {}) => {
  const made = await mine().create({ email, ...input });
  return { ...made, token: tokenIn(made.invite?.link) };
};

describe('admins.create without a password', () => {
  it('invites by a link whose secret no server is sent', async () => {
    const made = await mine().create({ email, name: 'New', isSuperuser: true });
    expect(made).toMatchObject({ state: 'invited', role: 'super', name: 'New', can: { invite: true } });
    expect(made.invite?.link).toMatch(/^\/invite#token=[\w-]{43}$/);
    const { items } = await mine().list({ state: 'invited' });
    expect(items).toMatchObject([{ email, inviteExpiresAt: made.invite?.expiresAt, lastSeenAt: null }]);
  });

  it('leaves no way in but the link', async () => {
    await invite();
    for (const guess of ['', ' ', 'null', password])
      expect((await outcomeOf(as.nobody().auth.login({ email, password: guess })))?.reason).toMatch(
        /^(BAD_CREDENTIALS|VALIDATION_FAILED)$/,
      );
  });

  it('tells the link once: neither lists nor the audit log hold its secret', async () => {
    const { token, publicId } = await invite();
    const shown = [await mine().list(), await mine().get({ publicId }), await AuditEntry.findAll()];
    expect(JSON.stringify(shown)).not.toContain(token);
  });
});

describe('auth.acceptInvite', () => {
  it('sets the password and the name, and lets them in from then on', async () => {
    const { token } = await invite({ name: 'Given' });
    expect(await as.nobody().auth.acceptInvite({ token, name: 'Own', password })).toMatchObject({
      user: { email, name: 'Own', isActive: true },
    });
    expect(await outcomeOf(as.nobody().auth.login({ email, password }))).toBeNull();
    expect(await refusalOf(as.nobody().auth.acceptInvite({ token, password }))).toEqual({
      code: 'FORBIDDEN',
      reason: 'INVITE_INVALID',
    });
  });

  it('keeps the name of the invitation where none is given', async () => {
    const { token } = await invite({ name: 'Given' });
    expect(await as.nobody().auth.acceptInvite({ token, password })).toMatchObject({ user: { name: 'Given' } });
  });

  it('ends the session of the browser that it is opened in', async () => {
    const session = await buildSession(superAdmin);
    const { token } = await invite();
    await as.session(superAdmin, session).auth.acceptInvite({ token, password });
    expect(await Session.findAll({ where: { userId: superAdmin.id } })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a short password', { password: 'short' }, 'password'],
    ['a name of blanks', { password, name: '  ' }, 'name'],
    ['another field', { password, isSuperuser: true }, 'isSuperuser'],
    ['a secret without end', { password, token: 'x'.repeat(201) }, 'token'],
  ])('refuses %s, and the link stays good', async (_what, input, field) => {
    const { token } = await invite();
    const { acceptInvite } = as.nobody().auth;
    expect(await refusalOf(acceptInvite({ token, ...input } as never))).toMatchObject({ field }); // what the types rule out
    expect(await outcomeOf(acceptInvite({ token, password }))).toBeNull();
  });
});

describe('admins.invite', () => {
  it('makes another link, and the first is worth nothing then', async () => {
    const { token, publicId } = await invite();
    const { link } = await mine().invite({ publicId });
    const { acceptInvite } = as.nobody().auth;
    expect(await refusalOf(acceptInvite({ token, password }))).toMatchObject({ reason: 'INVITE_INVALID' });
    expect(await outcomeOf(acceptInvite({ token: tokenIn(link), password }))).toBeNull();
    expect(await refusalOf(mine().invite({ publicId }))).toEqual({ code: 'CONFLICT', reason: 'INVITE_NOT_NEEDED' });
  });
});
