import { Op } from 'sequelize';
import type { AdminPatch } from '@ai-providers/contracts';
import { audited, bySystem, type AuditFacts, type AuditOrigin, type RequestOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { DomainError } from '../errors.js';
import { Invite } from '../models/invite.js';
import { Session } from '../models/session.js';
import { User } from '../models/user.js';
import { lockRecord } from './lock-record.js';
import { firstLimits } from './first-limits.js';
import { newSession } from './sessions.js';
import { actsAsSuper, assertAnotherSuper, oneAtATime } from './super-admins.js';
import { userTarget } from './user-target.js';

type NewAdmin = { email: string; name: string; passwordHash: string; isSuperuser?: boolean; isAdminFull?: boolean };
type WithLimit = { monthlyLimit?: number | null };
type AdminChange = Omit<AdminPatch, 'password'> & { passwordHash?: string };

export async function createAdmin({ monthlyLimit, ...input }: NewAdmin & WithLimit, by: AuditOrigin): Promise<User> {
  const user = User.build(input);
  return audited(by, async () => {
    const changes = changesOf(user);
    await user.save();
    changes.push(...(await firstLimits(user, monthlyLimit)));
    return [user, { action: 'admin.create', target: userTarget(user), changes }];
  });
}

/**
 * Creates the first super admin and signs them in where they come with a browser. Of several who try at once, one
 * succeeds. @throws DomainError `SETUP_DONE`
 * @returns the account, and the session cookie's value
 */
export async function createFirstAdmin(
  input: NewAdmin,
  from: RequestOrigin | null,
): Promise<{ user: User; token: string | null }> {
  const user = User.build({ ...input, isSuperuser: true });
  const actor = { publicId: user.publicId, label: user.email };
  return audited<{ user: User; token: string | null }>({ ...bySystem, ...from, actor }, async () => {
    await oneAtATime();
    if ((await User.count()) > 0)
      throw new DomainError('SETUP_DONE', 'This installation is set up already. Sign in instead.');
    await user.save();
    const facts: AuditFacts = { action: 'system.setup', target: userTarget(user) };
    if (!from) return [{ user, token: null }, facts];
    const { token, session } = newSession(user, from);
    await session.save();
    await user.update({ lastLoginAt: session.lastSeenAt }, { silent: true });
    return [{ user, token }, facts];
  });
}

/** Changes an account. A new password or the end of the account ends its sessions. */
export async function updateAdmin(
  publicId: string,
  change: AdminChange,
  by: AuditOrigin,
  expectedUpdatedAt?: string,
): Promise<User> {
  return audited(by, async () => {
    await oneAtATime();
    const user = await lockRecord(User, publicId, expectedUpdatedAt);
    const wasSuper = actsAsSuper(user);
    user.set(change);
    if (wasSuper && !actsAsSuper(user)) await assertAnotherSuper(user);
    const changes = changesOf(user);
    if (user.changed('passwordHash') || !user.isActive) await Session.destroy({ where: { userId: user.id } });
    if (user.changed('passwordHash')) await Invite.destroy({ where: { userId: user.id } });
    await user.save();
    return [user, { action: 'admin.update', target: userTarget(user), changes }];
  });
}

/** Sets a user's own new password and ends every other session of theirs. */
export async function changePassword(
  user: User,
  passwordHash: string,
  keepSession: string | null,
  by: AuditOrigin,
): Promise<void> {
  await audited(by, async () => {
    await Session.destroy({ where: { userId: user.id, ...(keepSession && { publicId: { [Op.ne]: keepSession } }) } });
    await user.update({ passwordHash });
    return [undefined, { action: 'auth.password_change', target: userTarget(user), changes: [{ field: 'password' }] }];
  });
}
