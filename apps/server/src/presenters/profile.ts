import type { Preferences, SessionOutput } from '@ai-providers/contracts';
import type { Session } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';

/** A session of the actor's own. */
export function presentSession(actor: Actor, session: Session): SessionOutput {
  return {
    publicId: session.publicId,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    ip: session.ip,
    userAgent: session.userAgent,
    isCurrent: actor.via === 'session' && actor.session.publicId === session.publicId,
  };
}

/** What was never chosen stays absent. */
export function presentPreferences(stored: Preferences): Preferences {
  const { language, calendar, digits, density, colorScheme, motion, shortcuts, checklist } = stored;
  return { language, calendar, digits, density, colorScheme, motion, shortcuts, checklist };
}
