import { createHash, randomBytes } from 'node:crypto';
import { Op } from 'sequelize';
import { audited, type AuditOrigin, type RequestOrigin } from '../audit/audited.js';
import { Session } from '../models/session.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { DomainError } from '../errors.js';
import { lockRecord } from './lock-record.js';
import { userTarget } from './user-target.js';

const minute = 60_000;
/** A session ends after 8 hours without use and after 7 days in any case. */
export const sessionLife = { idleMs: 8 * 60 * minute, absoluteMs: 7 * 24 * 60 * minute } as const;

/**
 * Signs a user in whose password has been checked.
 * @returns the cookie's value, which is stored nowhere
 * @throws DomainError `BAD_CREDENTIALS` when the password was changed or the account ended since it was checked
 */
export async function openSession(user: User, from: RequestOrigin): Promise<string> {
  const { token, session } = newSession(user, from);
  const actor = { publicId: user.publicId, label: user.email };
  return audited({ ...from, actor, via: 'session', viaPublicId: session.publicId }, async () => {
    const current = await lockRecord(User, user.publicId);
    if (!current.isActive || current.passwordHash !== user.passwordHash) {
      throw new DomainError('BAD_CREDENTIALS', 'Email or password is wrong');
    }
    await Session.destroy({ where: { expiresAt: { [Op.lt]: session.lastSeenAt } } });
    await session.save();
    await user.update({ lastLoginAt: session.lastSeenAt }, { silent: true });
    return [token, { action: 'auth.login', target: userTarget(user) }];
  });
}

/** A session that is yet to be saved, and its cookie's value. */
export function newSession(user: User, { ip, userAgent }: RequestOrigin): { token: string; session: Session } {
  const now = portsOf(user.sequelize).now();
  const token = randomBytes(32).toString('base64url');
  const session = Session.build({
    userId: user.id,
    tokenHash: hashToken(token),
    expiresAt: new Date(now.getTime() + sessionLife.absoluteMs),
    lastSeenAt: now,
    ip,
    userAgent: userAgent?.slice(0, 300) ?? null,
  });
  return { token, session };
}

/** The live session behind a cookie, with its user; null when it has ended or its user is not active. */
export async function findSession(token: string): Promise<Session | null> {
  const session = await Session.findOne({
    where: { tokenHash: hashToken(token), isActive: true },
    include: [{ model: User, as: 'user', required: true, where: { isActive: true } }],
  });
  if (!session) return null;
  const now = portsOf(session.sequelize).now().getTime();
  const idle = now - session.lastSeenAt.getTime();
  if (session.expiresAt.getTime() <= now || idle >= sessionLife.idleMs) return null;
  // At most one write a minute: a page makes many calls.
  if (idle >= minute) await session.update({ lastSeenAt: new Date(now) }, { silent: true });
  return session;
}

/** Signs one session out. */
export async function closeSession(session: Session, by: AuditOrigin): Promise<void> {
  await audited(by, async () => {
    await session.destroy();
    const { user } = session;
    return [
      undefined,
      { action: 'auth.logout', target: user ? userTarget(user) : { type: 'user', publicId: null, label: '' } },
    ];
  });
}

/** SHA-256 in hex: enough for a random token of 128 bits or more (ASVS 6.5.2). */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
