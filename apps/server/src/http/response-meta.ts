import type { TRPCError } from '@trpc/server';
import { DomainError } from '@ai-providers/db';

/** Says in a header, too, when trying again makes sense. */
export function responseMeta({ errors }: { errors: readonly TRPCError[] }): { headers?: Record<string, string> } {
  const waits = errors.flatMap(({ cause }) =>
    cause instanceof DomainError && cause.retryAfter ? [cause.retryAfter] : [],
  );
  return waits.length > 0 ? { headers: { 'retry-after': String(Math.max(...waits)) } } : {};
}
