import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import { sessionLife } from '@ai-providers/db';

// Under HTTPS the prefix makes browsers refuse the cookie from any other host, path or plain connection.
const nameOf = (secure: boolean) => (secure ? '__Host-session' : 'session');

/** The value of the session cookie of a request. */
export function readSessionCookie(req: Request, secure: boolean): string | undefined {
  return parseCookie(req.headers.cookie ?? '')[nameOf(secure)];
}

/** The `Set-Cookie` line that starts a session, or ends it with null. `remember` lets it outlive the browser. */
export function sessionCookie(token: string | null, secure: boolean, remember: boolean): string {
  return stringifySetCookie({
    name: nameOf(secure),
    value: token ?? '',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    ...((token === null || remember) && { maxAge: token === null ? 0 : sessionLife.absoluteMs / 1000 }),
  });
}
