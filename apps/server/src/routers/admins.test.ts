import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Session, User } from '@ai-providers/db';
import { buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { outcomeOf, refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';
const password = 'correct horse battery';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let superAdmin: User;
let normal: User;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  superAdmin = await buildUser({ isSuperuser: true });
  normal = await buildUser();
});

const create = (input: object) =>
  as.session(superAdmin).admins.create({ email: 'new@example.com', name: 'New', password, ...input });
const update = (user: User, patch: object, by = superAdmin) =>
  as.session(by).admins.update({ publicId: user.publicId, patch });

describe('admins.create', () => {
  it('makes a normal admin who can sign in, however the email is written', async () => {
    const made = await create({ email: ' New.One@Example.COM ' });
    expect(made).toMatchObject({
      email: 'new.one@example.com',
      role: 'normal',
      isSuperuser: false,
      isAdminFull: false,
      isActive: true,
    });
    expect(await outcomeOf(as.nobody().auth.login({ email: 'NEW.one@example.com', password }))).toBeNull();
  });

  it.each(['isSuperuser', 'isAdminFull'])('makes a super admin by %s', async (mark) => {
    expect(await create({ [mark]: true })).toMatchObject({
      role: 'super',
      can: { update: true, deactivate: true, changeRole: true, delete: true },
    });
  });

  it('answers with no trace of the password', async () => {
    expect(JSON.stringify(await create({}))).not.toMatch(/argon2|password|horse/i);
  });

  it('refuses an email that exists in any case', async () => {
    const reason = 'EMAIL_TAKEN';
    expect(await refusalOf(create({ email: normal.email.toUpperCase() }))).toMatchObject({
      code: 'CONFLICT',
      reason,
      field: 'email',
      fieldErrors: { email: { reason } },
    });
    expect(await User.count()).toBe(2);
  });

  it.each<[string, unknown, string]>([
    ['email', 'nobody', 'INVALID_FORMAT'],
    ['email', `${'x'.repeat(250)}@example.com`, 'TOO_LONG'],
    ['password', 'too short', 'TOO_SHORT'],
    ['password', 'x'.repeat(257), 'TOO_LONG'],
    ['name', ' ', 'REQUIRED'],
    ['passwordHash', 'x', 'UNKNOWN_FIELD'],
    ['isActive', false, 'UNKNOWN_FIELD'],
  ])('refuses %s as %j', async (field, value, reason) => {
    expect(await refusalOf(create({ [field]: value }))).toMatchObject({ field, fieldErrors: { [field]: { reason } } });
  });
});

describe('admins.update', () => {
  it('changes what it is given and keeps the rest', async () => {
    expect(await update(normal, { name: 'Renamed' })).toMatchObject({
      name: 'Renamed',
      email: normal.email,
      role: 'normal',
      isActive: true,
    });
    expect(await update(normal, { isAdminFull: true })).toMatchObject({ name: 'Renamed', role: 'super' });
  });

  it('ends the sessions of who is switched off or gets another password, and no others', async () => {
    const open = (user: User) =>
      Session.create({
        userId: user.id,
        tokenHash: user.publicId.replaceAll('-', '').repeat(2),
        expiresAt: new Date(),
        lastSeenAt: new Date(),
      });
    for (const patch of [{ isActive: false }, { isActive: true, password: 'another password' }]) {
      await Session.destroy({ where: {} });
      await open(normal);
      await open(superAdmin);
      await update(normal, patch);
      expect((await Session.findAll()).map(({ userId }) => userId)).toEqual([superAdmin.id]);
    }
  });

  it('lets the new password in, and the old one no more', async () => {
    const made = await create({});
    await as.session(superAdmin).admins.update({ publicId: made.publicId, patch: { password: 'another password' } });
    const { auth } = as.nobody();
    expect(await refusalOf(auth.login({ email: made.email, password }))).toMatchObject({ reason: 'BAD_CREDENTIALS' });
    expect(await outcomeOf(auth.login({ email: made.email, password: 'another password' }))).toBeNull();
  });

  it.each([
    [{ isActive: false }, 'patch.isActive'],
    [{ isSuperuser: false }, 'patch.isSuperuser'],
    [{ isAdminFull: true }, 'patch.isAdminFull'],
  ])('refuses %j on one’s own account', async (patch, field) => {
    await buildUser({ isSuperuser: true });
    expect(await refusalOf(update(superAdmin, patch))).toMatchObject({
      code: 'CONFLICT',
      reason: 'OWN_ACCOUNT',
      field,
    });
    expect(await superAdmin.reload()).toMatchObject({ isActive: true, isSuperuser: true, isAdminFull: false });
  });

  it('lets two super admins who demote each other at once keep one', async () => {
    const second = await buildUser({ isSuperuser: true });
    const outcomes = await Promise.all([
      outcomeOf(update(second, { isSuperuser: false }, superAdmin)),
      outcomeOf(update(superAdmin, { isSuperuser: false }, second)),
    ]);
    expect(outcomes.map((outcome) => outcome?.reason ?? 'ok').sort()).toEqual(['LAST_SUPER_ADMIN', 'ok']);
    expect(await User.count({ where: { isSuperuser: true } })).toBe(1);
  });

  it('refuses an email that another has, and a save over what was not seen', async () => {
    expect(await refusalOf(update(normal, { email: superAdmin.email }))).toMatchObject({
      reason: 'EMAIL_TAKEN',
      field: 'patch.email',
    });
    const expectedUpdatedAt = new Date(normal.updatedAt.getTime() - 1).toISOString();
    const late = as
      .session(superAdmin)
      .admins.update({ publicId: normal.publicId, patch: { name: 'Late' }, expectedUpdatedAt });
    expect(await refusalOf(late)).toEqual({ code: 'CONFLICT', reason: 'EDIT_CONFLICT' });
  });

  it('answers 404 for an unknown account', async () => {
    const call = as.session(superAdmin).admins.update({ publicId: unknown, patch: {} });
    expect(await refusalOf(call)).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  });

  it('answers a normal admin alike for others, themselves and nobody', async () => {
    for (const publicId of [superAdmin.publicId, normal.publicId, unknown]) {
      const call = as.session(normal).admins.update({ publicId, patch: { isSuperuser: true } });
      expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
    }
    expect((await normal.reload()).isSuperuser).toBe(false);
  });
});

describe('admins.list', () => {
  it('shows a super admin everybody, with what may be done to each', async () => {
    const all = { update: true, deactivate: true, changeRole: true, delete: true, invite: false };
    const { items, total } = await as.session(superAdmin).admins.list({ sort: 'createdAt' });
    expect(total).toBe(2);
    expect(items.map(({ email, role, can }) => ({ email, role, can }))).toEqual([
      { email: superAdmin.email, role: 'super', can: { ...all, deactivate: false, changeRole: false, delete: false } },
      { email: normal.email, role: 'normal', can: all },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/password/i);
  });

  it('is closed to a normal admin', async () => {
    expect(await refusalOf(as.session(normal).admins.list())).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
  });
});
