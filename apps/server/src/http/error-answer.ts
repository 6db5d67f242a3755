import type { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Response } from 'express';
import type { ErrorData, ErrorReason } from '@ai-providers/contracts';
import { tell } from '../trpc/errors.js';

/** Answers outside a procedure, in the form of a tRPC error, so that clients read one form only. */
export function answerError(res: Response, httpStatus: number, reason: ErrorReason, message: string): void {
  const data: ErrorData = { code: codes[httpStatus] ?? 'BAD_REQUEST', httpStatus, reason, requestId: requestIdOf(res) };
  res.status(httpStatus).json({ error: { message, code: -32600, data } });
}

/** What a procedure refused, to a caller that did not come by tRPC. */
export function answerFailure(res: Response, error: TRPCError): void {
  const { message, details } = tell(error);
  const httpStatus = getHTTPStatusCodeFromError(error);
  const data: ErrorData = { code: error.code, httpStatus, ...details, requestId: requestIdOf(res) };
  if (details.retryAfter) res.setHeader('retry-after', String(details.retryAfter));
  res.status(httpStatus).json({ error: { message, code: -32600, data } });
}

const codes: Record<number, string> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  500: 'INTERNAL_SERVER_ERROR',
};

/** The id that the answer and the log share. */
export function requestIdOf(res: Response): string {
  return String(res.getHeader('x-request-id') ?? '');
}
