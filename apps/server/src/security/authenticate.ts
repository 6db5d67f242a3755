import type { Request } from 'express';
import { findApiToken, findSession, noteTokenUse, type ApiToken } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { isWithinAny } from './network.js';
import { readSessionCookie } from './session-cookie.js';

/**
 * Who sends a request: the one place that reads credentials. A bearer token goes before a cookie, and a wrong
 * one is never saved by it.
 */
export async function authenticate(req: Request, secure: boolean): Promise<Actor | null> {
  const { authorization } = req.headers;
  if (authorization !== undefined) {
    const bearer = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization)?.[1];
    const token = bearer === undefined ? null : await usableToken(bearer, req.ip ?? null);
    return token?.user ? { via: 'token', token, user: token.user } : null;
  }
  const cookie = readSessionCookie(req, secure);
  const session = cookie ? await findSession(cookie) : null;
  return session?.user ? { via: 'session', session, user: session.user } : null;
}

/**
 * A token sent from an address that it may not be used from is answered as an unknown one: whoever found it does not
 * learn that it is worth something elsewhere. Its owner is told, in the list of tokens.
 */
async function usableToken(bearer: string, ip: string | null): Promise<ApiToken | null> {
  const token = await findApiToken(bearer);
  if (!token) return null;
  const refused = token.allowedIps.length > 0 && !isWithinAny(ip, token.allowedIps);
  await noteTokenUse(token, ip, { refused });
  return refused ? null : token;
}
