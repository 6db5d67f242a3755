import type { Request } from 'express';
import { findApiToken, findSession } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { readSessionCookie } from './session-cookie.js';

/**
 * Who sends a request: the one place that reads credentials. A bearer token goes before a cookie, and a wrong
 * one is never saved by it.
 */
export async function authenticate(req: Request, secure: boolean): Promise<Actor | null> {
  const { authorization } = req.headers;
  if (authorization !== undefined) {
    const bearer = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization)?.[1];
    const token = bearer === undefined ? null : await findApiToken(bearer);
    return token?.user ? { via: 'token', token, user: token.user } : null;
  }
  const cookie = readSessionCookie(req, secure);
  const session = cookie ? await findSession(cookie) : null;
  return session?.user ? { via: 'session', session, user: session.user } : null;
}
