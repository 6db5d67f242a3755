import { createHash, randomBytes } from 'node:crypto';
import { Op } from 'sequelize';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { Session } from '../models/session.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { userTarget } from './admins.js';

const minute = 60_000;
/** A session ends after 8 hours without use and after 7 days in any case. */
export const sessionLife = { idleMs: 8 * 60 * minute, absoluteMs: 7 * 24 * 60 * minute } as const;

interface From {
  ip: string | null;
  userAgent: string | null;
}

/** Signs a user in. @returns the cookie's value, which is stored nowhere, and the session */
export async function openSession(
  user: User,
  from: From,
  by: Omit<AuditOrigin, 'actor' | 'via' | 'viaPublicId'>,
): Promise<{ token: string; session: Session }> {
  const { now } = portsOf(user.sequelize);
  const token = randomBytes(32).toString('base64url');
  const session = Session.build({
    userId: user.id,
    tokenHash: hashToken(token),
    expiresAt: new Date(now().getTime() + sessionLife.absoluteMs),
    lastSeenAt: now(),
    ip: from.ip,
    userAgent: from.userAgent?.slice(0, 300) ?? null,
  });
  const origin: AuditOrigin = {
    ...by,
    actor: { publicId: user.publicId, label: user.email },
    via: 'session',
    viaPublicId: session.publicId,
  };
  await audited(origin, async () => {
    await Session.destroy({ where: { expiresAt: { [Op.lt]: now() } } });
    await session.save();
    await user.update({ lastLoginAt: now() }, { silent: true });
    return [undefined, { action: 'auth.login', target: userTarget(user) }];
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
