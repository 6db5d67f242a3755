import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AuditEntry, Session, User } from '@ai-providers/db';
import { buildSession, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { createPasswords } from '../security/passwords.js';
import { callersOn } from '../testing/caller.js';
import { outcomeOf, refusalOf } from '../testing/refusal.js';

const password = 'correct horse battery';
const hour = 3_600_000;

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

describe('auth.updateProfile', () => {
  it('changes the name without the password', async () => {
    expect(await as.session(user).auth.updateProfile({ name: ' سارا ' })).toMatchObject({ name: 'سارا' });
  });

  it('does not save over what somebody else changed meanwhile', async () => {
    const { updatedAt } = await as.session(user).auth.updateProfile({ name: 'First' });
    const expectedUpdatedAt = user.updatedAt.toISOString();
    const call = as.session(user).auth.updateProfile({ name: 'Second', expectedUpdatedAt });
    expect(await refusalOf(call)).toEqual({ code: 'CONFLICT', reason: 'EDIT_CONFLICT' });
    expect(await as.session(user).auth.updateProfile({ name: 'Second', expectedUpdatedAt: updatedAt })).toMatchObject({
      name: 'Second',
    });
  });

  it('changes the email with the password, and that signs in from then on', async () => {
    const email = `moved-${user.email}`;
    await as.session(user).auth.updateProfile({ email: email.toUpperCase(), currentPassword: password });
    expect(await outcomeOf(as.nobody().auth.login({ email, password }))).toBeNull();
    expect(await refusalOf(as.nobody().auth.login({ email: user.email, password }))).toMatchObject({
      reason: 'BAD_CREDENTIALS',
    });
  });

  it.each([undefined, 'wrong'])('refuses another email with the password %s, by its field', async (currentPassword) => {
    const refusal = await refusalOf(as.session(user).auth.updateProfile({ email: 'x@example.com', currentPassword }));
    expect(refusal).toMatchObject({ reason: 'PASSWORD_WRONG', field: 'currentPassword' });
    expect((await User.findByPublicIdOrThrow(user.publicId)).email).toBe(user.email);
  });

  it('asks for no password where the email stays', async () => {
    expect(await outcomeOf(as.session(user).auth.updateProfile({ name: 'A', email: user.email }))).toBeNull();
  });

  it('refuses the email of somebody else, by its field', async () => {
    const other = await buildUser();
    const change = { email: other.email, currentPassword: password };
    expect(await refusalOf(as.session(user).auth.updateProfile(change))).toMatchObject({
      code: 'CONFLICT',
      reason: 'EMAIL_TAKEN',
      field: 'email',
    });
  });

  it.each<[string, object]>([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(151) }],
    ['email', { email: 'nobody' }],
    ['isSuperuser', { isSuperuser: true }],
  ])('refuses a bad %s', async (field, input) => {
    expect(await refusalOf(as.session(user).auth.updateProfile(input))).toMatchObject({ field });
  });
});

describe('auth.sessions', () => {
  it('lists one’s own live ones, the last used first, and nothing that opens one', async () => {
    const now = Date.now();
    await buildSession(await buildUser());
    await buildSession(user, { expiresAt: new Date(now - 1) });
    await buildSession(user, { lastSeenAt: new Date(now - 9 * hour) });
    const older = await buildSession(user, { lastSeenAt: new Date(now - hour), ip: '10.0.0.1', userAgent: 'Firefox' });
    const newer = await buildSession(user);
    const listed = await as.session(user).auth.sessions();
    expect(listed.map(({ publicId, ip }) => [publicId, ip])).toEqual([
      [newer.publicId, null],
      [older.publicId, '10.0.0.1'],
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/hash|token/i);
  });

  it('marks the one that asks', async () => {
    await buildSession(user);
    const current = await buildSession(user);
    const caller = as.session(user, current);
    expect((await caller.auth.sessions()).filter(({ isCurrent }) => isCurrent)).toMatchObject([
      { publicId: current.publicId },
    ]);
  });
});

describe('auth.revokeSession', () => {
  it('ends one and leaves the others', async () => {
    const [gone, kept] = [await buildSession(user), await buildSession(user)];
    await as.session(user).auth.revokeSession({ publicId: gone.publicId });
    expect((await Session.findAll({ where: { userId: user.id } })).map(({ id }) => id)).toEqual([kept.id]);
  });

  it('answers somebody else’s as one that does not exist, to a super admin too', async () => {
    const { publicId } = await buildSession(user);
    for (const other of [await buildUser(), await buildUser({ isSuperuser: true })])
      expect(await refusalOf(as.session(other).auth.revokeSession({ publicId }))).toMatchObject({
        reason: 'NOT_FOUND',
      });
    expect(await Session.count({ where: { publicId } })).toBe(1);
  });
});

describe('auth.revokeOtherSessions', () => {
  it('ends all but the one that asks, and nobody else’s', async () => {
    const stranger = await buildSession(await buildUser());
    const current = await buildSession(user);
    await buildSession(user);
    await buildSession(user, { lastSeenAt: new Date(Date.now() - 9 * hour) });
    expect(await as.session(user, current).auth.revokeOtherSessions()).toEqual({ revoked: 1 });
    const left = await Session.findAll({ where: { userId: [user.id, stranger.userId] } });
    expect(left.map(({ publicId }) => publicId).sort()).toEqual([current.publicId, stranger.publicId].sort());
  });

  it('ends all where a program asks', async () => {
    await buildSession(user);
    expect(await as.token(user, 'admin').auth.revokeOtherSessions()).toEqual({ revoked: 1 });
  });
});

describe('auth.updatePreferences', () => {
  it('lays choices over those before, and leaves what was never chosen absent', async () => {
    expect(await as.session(user).auth.preferences()).toEqual({});
    await as.session(user).auth.updatePreferences({ language: 'fa', digits: 'latin' });
    const both = await as.session(user).auth.updatePreferences({ digits: 'persian', density: 'compact' });
    expect(both).toEqual({ language: 'fa', digits: 'persian', density: 'compact' });
    const stored = await User.findByPublicIdOrThrow(user.publicId);
    expect(await as.session(stored).auth.preferences()).toEqual(both);
  });

  it('keeps the choices of two browsers that save at once', async () => {
    const caller = as.session(user);
    await Promise.all([
      caller.auth.updatePreferences({ calendar: 'jalali' }),
      caller.auth.updatePreferences({ motion: 'reduce' }),
      caller.auth.updatePreferences({ shortcuts: 'off' }),
    ]);
    expect(await caller.auth.updatePreferences({})).toEqual({
      calendar: 'jalali',
      motion: 'reduce',
      shortcuts: 'off',
    });
  });

  it('is no edit of the account', async () => {
    const rows = await AuditEntry.count();
    await as.session(user).auth.updatePreferences({ colorScheme: 'dark' });
    const stored = await User.findByPublicIdOrThrow(user.publicId);
    expect([stored.updatedAt, await AuditEntry.count()]).toEqual([user.updatedAt, rows]);
  });

  it.each([{ calendar: 'lunar' }, { digits: null }, { color: 'red' }, { language: 'de' }])(
    'refuses %j',
    async (input) => {
      const bad = input as object; // what a form cannot send
      expect(await refusalOf(as.session(user).auth.updatePreferences(bad))).toMatchObject({
        reason: 'VALIDATION_FAILED',
      });
    },
  );
});
