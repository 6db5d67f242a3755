import type { Log, RequestOrigin } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import type { LoginLimiter } from '../security/login-limiter.js';
import type { Passwords } from '../security/passwords.js';
import type { SetupToken } from '../security/setup-token.js';

/** What the application is made of, for procedures. */
export interface Deps {
  log: Log;
  passwords: Passwords;
  loginLimiter: LoginLimiter;
  setupToken: SetupToken;
  /** The address that people use, where it is not the one that requests name. */
  publicUrl: string | null;
  /** How long a counted request waits to be settled. */
  reservationTtlMs: number;
  now(): Date;
}

/** One HTTP request. A batch of calls shares it, and is authenticated once. */
export interface Context extends Deps, RequestOrigin {
  requestId: string;
  /** Looks the caller up at the first call that asks; null for nobody. */
  authenticate(): Promise<Actor | null>;
  /** Gives the browser its session, or takes it away. With `remember` it outlives the browser. */
  setSessionCookie(token: string | null, remember?: boolean): void;
}

/** Where a request comes from, without what else its context holds. */
export function requestOrigin({ ip, userAgent, requestId }: Context): RequestOrigin {
  return { ip, userAgent, requestId };
}
