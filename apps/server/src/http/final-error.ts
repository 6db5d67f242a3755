import type { NextFunction, Request, Response } from 'express';
import type { Log } from '@ai-providers/db';
import { answerError, requestIdOf } from './error-answer.js';

/** What Express and its parsers throw, as our own kind of answer; never their words, which hold paths and input. */
export function finalError(log: Log) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) return next(error);
    switch (statusOf(error)) {
      case 400:
        return answerError(res, 400, 'MALFORMED_REQUEST', 'The request could not be read');
      case 408:
        return answerError(res, 408, 'TIMEOUT', 'The request took too long to arrive');
      case 413:
        return answerError(res, 413, 'PAYLOAD_TOO_LARGE', 'The request is too large');
      case 415:
        return answerError(res, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json in UTF-8');
      default:
        log.error(
          { requestId: requestIdOf(res), name: error instanceof Error ? error.name : typeof error },
          'request failed',
        );
        return answerError(
          res,
          500,
          'INTERNAL',
          'Something went wrong on the server. Tell the request id to whoever runs it.',
        );
    }
  };
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  const { status, type } = error as { status?: unknown; type?: unknown }; // http-errors, as body-parser makes them
  if (type === 'request.aborted') return 400;
  return typeof status === 'number' ? status : 500;
}
