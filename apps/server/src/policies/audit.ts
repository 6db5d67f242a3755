import type { AuditEntry } from '@ai-providers/db';
import { permissionsOf, type Actor } from './actor.js';

/** Whose deeds a caller may read: one person's, or with null everybody's. */
export function readableDeeds(actor: Actor): string | null {
  return permissionsOf(actor).includes('audit.readAny') ? null : actor.user.publicId;
}

/** Who may not see what is switched off gets no way to it. */
export const pagesFor = (actor: Actor) => ({ activeOnly: !permissionsOf(actor).includes('providers.create') });

export const auditPolicy = {
  read: (actor: Actor, entry: AuditEntry): boolean => {
    const only = readableDeeds(actor);
    return only === null || entry.actorPublicId === only;
  },
};
