import type { NextFunction, Request, Response } from 'express';
import { answerError } from './error-answer.js';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses changes that another site could make a signed-in browser send: a foreign `Origin`, a fetch that says it is
 * cross-site, and every body that a form can send. Programs with a bearer token and no cookie have no such trouble.
 */
export function sameOrigin({ publicOrigin }: { publicOrigin: string | null }) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (!unsafe.has(req.method) || req.headers.cookie === undefined) return next();
    const { origin } = req.headers;
    const own = publicOrigin ?? `${req.protocol}://${req.headers.host ?? ''}`;
    const site = req.headers['sec-fetch-site'];
    if ((origin !== undefined && origin !== own) || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
      return answerError(res, 403, 'CROSS_ORIGIN', 'This request comes from another site');
    }
    if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) {
      return answerError(res, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json');
    }
    next();
  };
}
