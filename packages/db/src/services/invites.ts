import { randomBytes } from 'node:crypto';
import { audited, type AuditOrigin, type RequestOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { DomainError } from '../errors.js';
import { Invite } from '../models/invite.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { firstLimits } from './first-limits.js';
import { lockRecord } from './lock-record.js';
import { hashToken, newSession } from './sessions.js';
import { userTarget } from './user-target.js';

const lifeMs = 7 * 24 * 60 * 60_000;

/** What goes into a one-time link; the secret is stored nowhere. */
export interface Invitation {
  token: string;
  expiresAt: Date;
}

/** Makes an account that nobody can sign in with until its link is used. */
export async function createInvitedAdmin(
  {
    monthlyLimit,
    ...input
  }: { email: string; name: string; isSuperuser?: boolean; isAdminFull?: boolean; monthlyLimit?: number | null },
  by: AuditOrigin,
): Promise<{ user: User; invitation: Invitation }> {
  const user = User.build({ ...input, passwordHash: '' });
  return audited(by, async () => {
    const changes = changesOf(user);
    await user.save();
    changes.push(...(await firstLimits(user, monthlyLimit)));
    const invitation = await newInvitation(user);
    return [
      { user, invitation },
      { action: 'admin.create', target: userTarget(user), changes },
    ];
  });
}

/** Makes a new link for an invited account; the one before ends. @throws DomainError `INVITE_NOT_NEEDED` */
export async function inviteAgain(publicId: string, by: AuditOrigin): Promise<Invitation> {
  return audited(by, async () => {
    const user = await lockRecord(User, publicId);
    if (user.state !== 'invited')
      throw new DomainError('INVITE_NOT_NEEDED', 'Only an account that waits for its first password can be invited');
    const invitation = await newInvitation(user);
    const changes = [{ field: 'inviteExpiresAt', to: invitation.expiresAt.toISOString() }];
    return [invitation, { action: 'admin.invite', target: userTarget(user), changes }];
  });
}

async function newInvitation(user: User): Promise<Invitation> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(portsOf(user.sequelize).now().getTime() + lifeMs);
  await Invite.destroy({ where: { userId: user.id } });
  await Invite.create({ userId: user.id, tokenHash: hashToken(token), expiresAt });
  return { token, expiresAt };
}

/** The account that a link invites. @throws DomainError `INVITE_INVALID` or `INVITE_EXPIRED` */
export async function findInvited(token: string): Promise<User> {
  const invite = await Invite.findOne({
    where: { tokenHash: hashToken(token) },
    include: [{ model: User, as: 'user', required: true }],
  });
  if (invite?.user?.state !== 'invited') throw invalid();
  if (invite.hasExpired) throw new DomainError('INVITE_EXPIRED', 'This invitation has expired. Ask for a new link.');
  return invite.user;
}

/**
 * Gives an invited account its first password and signs it in. Of several who try at once, one succeeds.
 * @throws DomainError `INVITE_INVALID` or `INVITE_EXPIRED`
 * @returns the account, and the session cookie's value
 */
export async function acceptInvite(
  { token, ...change }: { token: string; name?: string; passwordHash: string },
  from: RequestOrigin,
): Promise<{ user: User; token: string }> {
  const invited = await findInvited(token);
  const actor = { publicId: invited.publicId, label: invited.email };
  const { token: cookie, session } = newSession(invited, from);
  return audited({ ...from, actor, via: 'session', viaPublicId: session.publicId }, async () => {
    const user = await lockRecord(User, invited.publicId);
    const used = await Invite.destroy({ where: { userId: user.id, tokenHash: hashToken(token) } });
    if (used === 0 || user.state !== 'invited') throw invalid(); // since it was found
    user.set({ ...change, lastLoginAt: session.lastSeenAt });
    const changes = changesOf(user).filter(({ field }) => field !== 'lastLoginAt');
    await user.save();
    await session.save();
    return [
      { user, token: cookie },
      { action: 'auth.invite_accept', target: userTarget(user), changes },
    ];
  });
}

const invalid = () =>
  new DomainError('INVITE_INVALID', 'This invitation is not valid: it has been used or replaced. Ask for a new link.');
