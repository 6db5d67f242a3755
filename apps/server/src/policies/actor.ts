import type { ApiToken, Session, User } from '@ai-providers/db';
import { permissions, type Permission, type TokenScope } from '@ai-providers/contracts';

/** Who calls: a person with a browser session, or a program with a person's token. */
export type Actor = { user: User } & ({ via: 'session'; session: Session } | { via: 'token'; token: ApiToken });

/** Whether the way in allows a procedure. A session is its user; a token is its scopes. */
export function hasScope(actor: Actor, scope: TokenScope): boolean {
  if (actor.via === 'session') return true;
  const { scopes } = actor.token;
  return scopes.includes(scope) || (scope === 'registry:read' && scopes.includes('admin'));
}

/** The only providers that the way in leads to, by slug; null for all. Everything that names a provider asks this. */
export function onlyProviders(actor: Actor): string[] | null {
  return actor.via === 'session' ? null : actor.token.onlyProviders;
}

/** Whether the way in leads to a provider. */
export function reaches(actor: Actor, slug: string): boolean {
  return onlyProviders(actor)?.includes(slug) ?? true;
}

/** What the caller may do at all. A token has no more than its owner has now, and only with the scope `admin`. */
export function permissionsOf(actor: Actor): Permission[] {
  return isSuper(actor) ? [...permissions] : [];
}

/** A super admin, acting with full rights. */
export function isSuper(actor: Actor): boolean {
  return actor.user.isSuper && hasScope(actor, 'admin');
}
