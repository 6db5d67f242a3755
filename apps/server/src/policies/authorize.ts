import { DomainError, notFound } from '@ai-providers/db';
import type { Actor } from './actor.js';

type Policy<Subject> = Record<string, (actor: Actor, subject: Subject) => boolean>;

/** @throws DomainError `FORBIDDEN` unless the policy lets the actor do `action` to this record */
export function authorize<Subject, P extends Policy<Subject>>(
  policy: P,
  action: keyof P & string,
  actor: Actor,
  subject: Subject,
): void {
  if (policy[action]?.(actor, subject)) return;
  throw new DomainError('FORBIDDEN', 'Your account may not do this');
}

/** As `authorize`, for records that the actor may not even know of: the answer is that of an unknown id. */
export function authorizeOrHide<Subject, P extends Policy<Subject>>(
  policy: P,
  action: keyof P & string,
  actor: Actor,
  subject: Subject | null,
): asserts subject is Subject {
  if (subject === null || !policy[action]?.(actor, subject)) throw notFound();
}
