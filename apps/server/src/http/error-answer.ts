import type { Response } from 'express';
import type { ErrorData, ErrorReason } from '@ai-providers/contracts';

/** Answers outside a procedure, in the form of a tRPC error, so that clients read one form only. */
export function answerError(res: Response, httpStatus: number, reason: ErrorReason, message: string): void {
  const data: ErrorData = { code: codes[httpStatus] ?? 'BAD_REQUEST', httpStatus, reason, requestId: requestIdOf(res) };
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
