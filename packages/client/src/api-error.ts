import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '@ai-providers/server';
import type { ErrorData } from './types.js';

/** A refusal by the server: a sentence in `message`, and in `data` the reason for programs to decide by. */
export type ApiError = TRPCClientError<AppRouter> & { readonly data: ErrorData };

/**
 * Whether the server itself refused. It is false where no answer of the server's arrived: no route to it, a time
 * limit, or a proxy's own page.
 */
export function isApiError(error: unknown): error is ApiError {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string';
}
