import type { NextFunction, Request, Response } from 'express';
import { answerError } from './error-answer.js';

export const requestLimits = { batch: 10, urlBytes: 8 * 1024, bodyBytes: 256 * 1024 } as const;

/** Refuses what would cost much before anything looks at it. The address counts its calls by commas. */
export function requestSize(req: Request, res: Response, next: NextFunction): void {
  const [path = '', query = ''] = req.url.split('?', 2);
  const calls = path.split(/,|%2c/i).length;
  if (calls > requestLimits.batch) {
    return answerError(res, 400, 'BATCH_TOO_LARGE', `A batch holds at most ${requestLimits.batch} calls`);
  }
  if (calls > 1 && !/(^|&)batch=1(&|$)/.test(query))
    return answerError(res, 400, 'MALFORMED_REQUEST', 'Several calls need batch=1');
  if (req.url.length > requestLimits.urlBytes)
    return answerError(res, 413, 'PAYLOAD_TOO_LARGE', 'The address is too long');
  next();
}
