import type { CreateExpressContextOptions } from '@trpc/server/adapters/express';
import { authenticate } from '../security/authenticate.js';
import { sessionCookie } from '../security/session-cookie.js';
import type { Actor } from '../policies/actor.js';
import type { Context, Deps } from '../trpc/context.js';
import { requestIdOf } from './error-answer.js';

/** Makes the context of one HTTP request. `https` says that people use an https address, whatever a proxy speaks here. */
export function createContextFactory({
  log,
  passwords,
  loginLimiter,
  setupToken,
  publicUrl,
  reservationTtlMs,
  now,
  https,
}: Deps & { https: boolean }) {
  return ({ req, res }: Pick<CreateExpressContextOptions, 'req' | 'res'>): Context => {
    const secure = https || req.secure;
    let actor: Promise<Actor | null> | undefined;
    return {
      log,
      passwords,
      loginLimiter,
      setupToken,
      publicUrl,
      reservationTtlMs,
      now,
      requestId: requestIdOf(res),
      ip: req.ip ?? null,
      userAgent: req.headers['user-agent'] ?? null,
      authenticate: () => (actor ??= authenticate(req, secure)),
      setSessionCookie: (token, remember = false) =>
        void res.append('set-cookie', sessionCookie(token, secure, remember)),
    };
  };
}
