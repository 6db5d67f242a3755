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
    if (isForeign(req, publicOrigin)) return refuse(res);
    if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) {
      return answerError(res, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json');
    }
    next();
  };
}

/**
 * Refuses every request that another site makes a signed-in browser send, reading ones included: for addresses whose
 * answer is a file.
 */
export function ownSite({ publicOrigin }: { publicOrigin: string | null }) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (req.headers.cookie !== undefined && isForeign(req, publicOrigin)) return refuse(res);
    next();
  };
}

/** Whether another site's page made the browser send this. */
export function isForeign(req: Request, publicOrigin: string | null): boolean {
  const { origin } = req.headers;
  const own = publicOrigin ?? `${req.protocol}://${req.headers.host ?? ''}`;
  const site = req.headers['sec-fetch-site'];
  return (origin !== undefined && origin !== own) || (site !== undefined && site !== 'same-origin' && site !== 'none');
}

function refuse(res: Response): void {
  answerError(res, 403, 'CROSS_ORIGIN', 'This request comes from another site');
}
