import { permissions } from '@ai-providers/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Session, type User } from '@ai-providers/db';
import { buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { createPasswords } from '../security/passwords.js';
import { callersOn } from '../testing/caller.js';
import { outcomeOf, refusalOf } from '../testing/refusal.js';

const password = 'correct horse battery';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let passwordHash: string;
let user: User;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  passwordHash = await createPasswords().hash(password);
});
afterAll(() => database.close());
beforeEach(async () => {
  user = await buildUser({ passwordHash });
});

const login = (input: object = {}) => as.nobody().auth.login({ email: user.email, password, ...input });

describe('auth.login', () => {
  it('opens a session and tells who came in', async () => {
    const { user: answered } = await login({ email: ` ${user.email.toUpperCase()} ` });
    expect(answered).toMatchObject({
      publicId: user.publicId,
      role: 'normal',
      lastLoginAt: expect.stringMatching(/Z$/),
    });
    expect(JSON.stringify(answered)).not.toMatch(/argon2|password/i);
    expect(await Session.count({ where: { userId: user.id } })).toBe(1);
  });

  it('answers every failure alike', async () => {
    const off = await buildUser({ passwordHash, isActive: false });
    const failures = [
      login({ password: 'wrong' }),
      login({ email: 'nobody@example.com' }),
      login({ email: off.email }),
      login({ email: 'no email' }),
    ];
    for (const refusal of await Promise.all(failures.map(refusalOf)))
      expect(refusal).toEqual({ code: 'UNAUTHORIZED', reason: 'BAD_CREDENTIALS' });
    expect(await Session.count({ where: { userId: off.id } })).toBe(0);
  });

  it('stops after ten wrong tries, also with the right password, however the name is written', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await refusalOf(login({ password: 'wrong' }));
    const writings = [user.email, user.email.toUpperCase(), ` ${user.email}`, user.email.replace('a', '\uff41')];
    for (const email of writings) {
      const refusal = await refusalOf(login({ email }));
      expect(refusal).toMatchObject({
        code: 'TOO_MANY_REQUESTS',
        reason: 'TOO_MANY_ATTEMPTS',
        retryAfter: expect.any(Number),
      });
    }
    const another = await buildUser({ passwordHash });
    expect(await outcomeOf(login({ email: another.email }))).toBeNull();
  });

  it.each<[string, object]>([
    ['password', { password: '' }],
    ['password', { password: 'x'.repeat(257) }],
    ['email', { email: '' }],
    ['email', { email: 'x'.repeat(509) }],
    ['rememberMe', { rememberMe: true }],
  ])('refuses a bad %s', async (field, input) => {
    expect(await refusalOf(login(input))).toMatchObject({ reason: 'VALIDATION_FAILED', field });
  });
});

describe('auth.me', () => {
  it('tells a session its user, rights and end', async () => {
    expect(await as.session(user).auth.me()).toMatchObject({
      user: { publicId: user.publicId },
      can: [],
      expiresAt: expect.stringMatching(/Z$/),
    });
    expect((await as.session(await buildUser({ isAdminFull: true })).auth.me()).can).toEqual(permissions);
  });

  it('tells a token no more rights than its scopes give', async () => {
    const superAdmin = await buildUser({ isSuperuser: true });
    expect((await as.token(superAdmin, 'registry:read').auth.me()).can).toEqual([]);
    expect(await as.token(superAdmin, 'admin').auth.me()).toMatchObject({ can: permissions, expiresAt: null });
  });
});

describe('auth.changePassword', () => {
  it('takes the new one from now on', async () => {
    await as.session(user).auth.changePassword({ currentPassword: password, newPassword: 'another password' });
    expect(await refusalOf(login())).toMatchObject({ reason: 'BAD_CREDENTIALS' });
    expect(await outcomeOf(login({ password: 'another password' }))).toBeNull();
  });

  it('ends every other session', async () => {
    await login();
    await as.session(user).auth.changePassword({ currentPassword: password, newPassword: 'another password' });
    expect(await Session.count({ where: { userId: user.id } })).toBe(0);
  });

  it('refuses without the current one, by its field, and changes nothing', async () => {
    const reason = 'PASSWORD_WRONG';
    const refusal = await refusalOf(
      as.session(user).auth.changePassword({ currentPassword: 'wrong', newPassword: 'another password' }),
    );
    expect(refusal).toMatchObject({
      code: 'BAD_REQUEST',
      reason,
      field: 'currentPassword',
      fieldErrors: { currentPassword: { reason } },
    });
    expect(await outcomeOf(login())).toBeNull();
  });

  it('refuses a new one below twelve characters, and counts blanks', async () => {
    const change = (newPassword: string) =>
      as.session(user).auth.changePassword({ currentPassword: password, newPassword });
    expect(await refusalOf(change('x'.repeat(11)))).toMatchObject({
      field: 'newPassword',
      fieldErrors: { newPassword: { reason: 'TOO_SHORT', params: { min: 12 } } },
    });
    expect(await outcomeOf(change('  twelve    '))).toBeNull();
    expect(await outcomeOf(login({ password: '  twelve    ' }))).toBeNull();
    expect(await refusalOf(login({ password: 'twelve' }))).toMatchObject({ reason: 'BAD_CREDENTIALS' });
  });
});
