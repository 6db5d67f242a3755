import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AuditEntry } from '../models/audit-entry.js';
import { Invite } from '../models/invite.js';
import { Session } from '../models/session.js';
import { User } from '../models/user.js';
import { buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { updateAdmin } from './admins.js';
import { acceptInvite, createInvitedAdmin, inviteAgain } from './invites.js';
import { findSession } from './sessions.js';

const day = 86_400_000;
let clock = Date.UTC(2026, 2, 1);
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(() => database.close());
beforeEach(() => User.destroy({ where: {} }));

const from = { ip: null, userAgent: null, requestId: null };
const passwordHash = '$argon2id$canary';
let serial = 0;
const invited = (name = '') => createInvitedAdmin({ email: `new-${(serial += 1)}@example.com`, name }, bySystem);
const accept = (token: string, name?: string) => acceptInvite({ token, passwordHash, ...(name && { name }) }, from);
const lastEntry = () => AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });

describe('an invited account', () => {
  it('waits for its first password, and has no secret of its link stored', async () => {
    const { user, invitation } = await invited();
    expect(user).toMatchObject({ state: 'invited', passwordHash: '' });
    expect(invitation.expiresAt).toEqual(new Date(clock + 7 * day));
    expect(invitation.token).toMatch(/^[\w-]{43}$/);
    const [rows] = await database.sequelize.query('select * from invites');
    expect(JSON.stringify([rows, await lastEntry()])).not.toContain(invitation.token);
    expect((await lastEntry()).changes.map(({ field }) => field)).not.toContain('password');
  });

  it('is signed in by its link, which then is spent', async () => {
    const { user, invitation } = await invited('Given');
    const { token } = await accept(invitation.token);
    expect(await findSession(token)).toMatchObject({ userId: user.id });
    expect(await user.reload()).toMatchObject({ state: 'active', name: 'Given', passwordHash });
    expect(user.lastLoginAt).toEqual(new Date(clock));
    await expect(accept(invitation.token)).rejects.toMatchObject({ reason: 'INVITE_INVALID' });
    expect(await Invite.count()).toBe(0);
  });

  it('takes the name that its owner gives, and tells the audit log who it was, and nothing of the password', async () => {
    const { user, invitation } = await invited('Given');
    await accept(invitation.token, 'Own');
    expect(await lastEntry()).toMatchObject({
      action: 'auth.invite_accept',
      actorPublicId: user.publicId,
      targetPublicId: user.publicId,
      via: 'session',
      changes: [{ field: 'password' }, { field: 'name', from: 'Given', to: 'Own' }],
    });
  });

  it('is had by one of several who use its link at once', async () => {
    const { invitation } = await invited();
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => accept(invitation.token)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await Session.count()).toBe(1);
  });
});

describe('a link', () => {
  it('lasts seven days to the millisecond', async () => {
    const [early, late] = [await invited(), await invited()];
    clock += 7 * day - 1;
    await accept(early.invitation.token);
    clock += 1;
    await expect(accept(late.invitation.token)).rejects.toMatchObject({ reason: 'INVITE_EXPIRED' });
    const again = await inviteAgain(late.user.publicId, bySystem);
    await accept(again.token);
  });

  it('ends when another is made, and with a password that somebody sets', async () => {
    const { user, invitation } = await invited();
    const second = await inviteAgain(user.publicId, bySystem);
    await expect(accept(invitation.token)).rejects.toMatchObject({ reason: 'INVITE_INVALID' });
    await updateAdmin(user.publicId, { passwordHash: 'another' }, bySystem);
    await expect(accept(second.token)).rejects.toMatchObject({ reason: 'INVITE_INVALID' });
    expect(await Invite.count()).toBe(0);
  });

  it('sleeps while the account is switched off', async () => {
    const { user, invitation } = await invited();
    await updateAdmin(user.publicId, { isActive: false }, bySystem);
    await expect(accept(invitation.token)).rejects.toMatchObject({ reason: 'INVITE_INVALID' });
    await expect(inviteAgain(user.publicId, bySystem)).rejects.toMatchObject({ reason: 'INVITE_NOT_NEEDED' });
    await updateAdmin(user.publicId, { isActive: true }, bySystem);
    await accept(invitation.token);
  });

  it('is not made for who has a password', async () => {
    const user = await buildUser();
    await expect(inviteAgain(user.publicId, bySystem)).rejects.toMatchObject({ reason: 'INVITE_NOT_NEEDED' });
  });

  it.each(['', 'x', 'a'.repeat(43)])('that is made up as %j invites nobody', async (token) => {
    await invited();
    await expect(accept(token)).rejects.toMatchObject({ reason: 'INVITE_INVALID' });
  });
});

describe('an invited super admin', () => {
  it('is not counted as another one: nobody can sign in as them yet', async () => {
    const only = await buildUser({ isSuperuser: true });
    const { invitation } = await createInvitedAdmin(
      { email: 'second@example.com', name: '', isSuperuser: true },
      bySystem,
    );
    const demote = () => updateAdmin(only.publicId, { isSuperuser: false }, bySystem);
    await expect(demote()).rejects.toMatchObject({ reason: 'LAST_SUPER_ADMIN' });
    await accept(invitation.token);
    expect((await demote()).isSuper).toBe(false);
  });
});
