import type { User, UsageView } from '@ai-providers/db';
import { isSuper, type Actor } from './actor.js';

/**
 * Whose requests an actor sees, and the cost of which: a super admin everybody's or one admin's; a normal admin their own,
 * and what the shared key cost is not theirs to know.
 */
export function usageView(actor: Actor, admin: User | null): UsageView {
  if (isSuper(actor)) return { adminId: admin?.id ?? null, costOf: null };
  return { adminId: actor.user.id, costOf: ['personal'] };
}
