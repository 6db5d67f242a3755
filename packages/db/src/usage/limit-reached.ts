import { DomainError } from '../errors.js';
import { startOfNextMonth } from '../month.js';

/** When the month after a period begins, in UTC. */
export function resetsAt(period: string): Date {
  return startOfNextMonth(new Date(`${period}T00:00:00Z`));
}

/** The refusal of a request that the month has no room for. */
export function limitReached(
  { limit, used, period }: { limit: number | null; used: number; period: string },
  at: Date,
) {
  const again = resetsAt(period);
  return new DomainError('MONTHLY_LIMIT_REACHED', `The monthly limit is reached: ${used} of ${limit ?? 0} requests`, {
    params: { limit: limit ?? 0, used, resetsAt: again.toISOString() },
    retryAfter: Math.ceil((again.getTime() - at.getTime()) / 1000),
  });
}
