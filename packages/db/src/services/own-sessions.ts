import { Op, type WhereOptions } from 'sequelize';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { Session } from '../models/session.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { sessionLife } from './sessions.js';
import { userTarget } from './user-target.js';

/** More than anybody has, so that a list without pages ends. */
const mostShown = 100;

/** A user's live sessions, the last used first. */
export function listSessions(user: User): Promise<Session[]> {
  return Session.findAll({
    where: { userId: user.id, ...isLive() },
    order: [
      ['lastSeenAt', 'DESC'],
      ['id', 'DESC'],
    ],
    limit: mostShown,
  });
}

/** How many live sessions a user has. */
export function countSessions(user: User): Promise<number> {
  return Session.count({ where: { userId: user.id, ...isLive() } });
}

/** A session with its owner. */
export async function findSessionWithOwner(publicId: string): Promise<(Session & { user: User }) | null> {
  const session = await Session.findOne({
    where: { publicId },
    include: [{ model: User, as: 'user', required: true }],
  });
  return session?.user ? Object.assign(session, { user: session.user }) : null;
}

/** Signs out one browser of its owner. */
export async function revokeSession(session: Session, owner: User, by: AuditOrigin): Promise<void> {
  await audited(by, async () => {
    await session.destroy();
    const changes = [{ field: 'session', from: session.publicId }];
    return [undefined, { action: 'auth.session_revoke', target: userTarget(owner), changes }];
  });
}

/** Signs out every browser of a user but one. @returns how many live sessions ended */
export async function revokeOtherSessions(user: User, keepSession: string | null, by: AuditOrigin): Promise<number> {
  const others: WhereOptions = { userId: user.id, ...(keepSession && { publicId: { [Op.ne]: keepSession } }) };
  return audited(by, async () => {
    const revoked = await Session.count({ where: { ...others, ...isLive() } });
    await Session.destroy({ where: others });
    const changes = [{ field: 'sessions', to: revoked }];
    return [revoked, { action: 'auth.sessions_revoke', target: userTarget(user), changes }];
  });
}

function isLive() {
  const now = portsOf(Session.sequelize).now().getTime();
  return {
    isActive: true,
    expiresAt: { [Op.gt]: new Date(now) },
    lastSeenAt: { [Op.gt]: new Date(now - sessionLife.idleMs) },
  };
}
