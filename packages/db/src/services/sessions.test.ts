import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuditEntry } from '../models/audit-entry.js';
import { Session } from '../models/session.js';
import { User } from '../models/user.js';
import { buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { bySystem } from '../audit/audited.js';
import { changePassword, updateAdmin } from './admins.js';
import { closeSession, findSession, openSession } from './sessions.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 2, 1);

let clock = start;
let database: TestDatabase;
let user: User;
let token: string;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = start;
  user = await buildUser();
  token = await signIn();
});

const from = { ip: '192.0.2.1', userAgent: 'a browser', requestId: null };
const signIn = () => openSession(user, from);
const lives = async (cookie = token) => (await findSession(cookie)) !== null;
const openOrThrow = async (cookie = token) => {
  const session = await findSession(cookie);
  if (!session) throw new Error('The session has ended');
  return session;
};

describe('a session', () => {
  it('belongs to who signed in, and stores only a hash of its cookie', async () => {
    const session = await openOrThrow();
    expect(session.user?.publicId).toBe(user.publicId);
    const [rows] = await database.sequelize.query('select * from sessions');
    expect(JSON.stringify([rows, await AuditEntry.findAll()])).not.toContain(token);
    expect(session.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is known by its whole cookie only', async () => {
    expect(await lives(token.slice(0, -1))).toBe(false);
    expect(await lives(`${token}A`)).toBe(false);
    expect(await lives('')).toBe(false);
    expect(await lives((await openOrThrow()).tokenHash)).toBe(false);
  });

  it('ends after 8 hours without use', async () => {
    clock = start + 8 * hour - second;
    expect(await lives()).toBe(true);
    clock += 8 * hour;
    expect(await lives()).toBe(false);
  });

  it('ends after 7 days, however much it is used', async () => {
    for (clock = start; clock < start + 7 * day; clock += 7 * hour) expect(await lives()).toBe(true);
    clock = start + 7 * day - second;
    expect(await lives()).toBe(true);
    clock = start + 7 * day;
    expect(await lives()).toBe(false);
  });

  it('notes its last use at most once a minute', async () => {
    const update = vi.spyOn(Session.prototype, 'update');
    for (const passed of [0, 1, 59]) {
      clock = start + passed * second;
      await findSession(token);
    }
    expect(update).toHaveBeenCalledTimes(0);
    clock = start + minute;
    await findSession(token);
    await findSession(token);
    expect(update).toHaveBeenCalledTimes(1);
    update.mockRestore();
    expect((await openOrThrow()).lastSeenAt).toEqual(new Date(start + minute));
  });

  it('opens nothing for a user who was switched off, by whatever way', async () => {
    await database.sequelize.query('update users set is_active = false where id = $id', { bind: { id: user.id } });
    expect(await lives()).toBe(false);
  });

  it('ends with the account and with a password that somebody else set', async () => {
    for (const change of [{ isActive: false }, { isActive: true, passwordHash: 'another' }]) {
      const cookie = await signIn();
      await updateAdmin(user.publicId, change, bySystem);
      await updateAdmin(user.publicId, { isActive: true }, bySystem);
      expect(await lives(cookie)).toBe(false);
    }
  });

  it('ends every other session, and not this one, with a new password of one’s own', async () => {
    const other = await signIn();
    await changePassword(user, 'another', (await openOrThrow()).publicId, bySystem);
    expect([await lives(token), await lives(other)]).toEqual([true, false]);
  });

  it('ends alone at a sign-out', async () => {
    const other = await signIn();
    await closeSession(await openOrThrow(), bySystem);
    expect([await lives(token), await lives(other)]).toEqual([false, true]);
    expect(await AuditEntry.findOne({ order: [['id', 'DESC']] })).toMatchObject({
      action: 'auth.logout',
      targetLabel: user.email,
    });
  });

  it('leaves no row behind once the next one opens after its end', async () => {
    const { id } = await openOrThrow();
    clock = start + 7 * day + second;
    await signIn();
    expect(await Session.findByPk(id)).toBeNull();
  });

  it('notes the time of the sign-in with the user, and no change of the account', async () => {
    await user.reload();
    const { updatedAt } = user;
    clock = start + hour;
    await signIn();
    await user.reload();
    expect(user.lastLoginAt).toEqual(new Date(clock));
    expect(user.updatedAt).toEqual(updatedAt);
  });

  it('refuses a password that was changed after it had been checked', async () => {
    const before = await Session.count();
    const checked = await User.findByPublicIdOrThrow(user.publicId);
    await user.update({ passwordHash: 'another' });
    const late = openSession(checked, from);
    await expect(late).rejects.toMatchObject({ reason: 'BAD_CREDENTIALS' });
    expect(await Session.count()).toBe(before);
  });

  it('keeps a long user agent short', async () => {
    const cookie = await openSession(user, { ...from, userAgent: 'x'.repeat(5000) });
    expect((await findSession(cookie))?.userAgent).toHaveLength(300);
  });
});
