import { randomUUID } from 'node:crypto';
import type { TokenScope } from '@ai-providers/contracts';
import { ApiToken, reservationTtlMs, Session, silentLog, type User } from '@ai-providers/db';
import type { TestDatabase } from '@ai-providers/db/testing';
import type { Actor } from '../policies/actor.js';
import { appRouter } from '../routers/index.js';
import { createLoginLimiter } from '../security/login-limiter.js';
import { createPasswords } from '../security/passwords.js';
import { createSetupToken } from '../security/setup-token.js';
import { t } from '../trpc/init.js';

const createCaller = t.createCallerFactory(appRouter);

type Caller = ReturnType<typeof createCaller>;

/** Procedures without HTTP, as somebody. */
interface Callers {
  nobody(): Caller;
  /** In a session that is stored nowhere, or in one that is. */
  session(user: User, session?: Session): Caller;
  token(user: User, ...scopes: TokenScope[]): Caller;
  actor(actor: Actor): Caller;
}

/** Makes callers over a database. A caller skips the error formatter: what answers look like is tested over HTTP. */
export async function callersOn(database: TestDatabase, now = () => new Date()): Promise<Callers> {
  const shared = {
    log: silentLog,
    passwords: createPasswords(),
    loginLimiter: createLoginLimiter(database.sequelize),
    publicUrl: null,
    setupToken: await createSetupToken(database.sequelize, database.secrets),
    reservationTtlMs,
    now,
    ip: '127.0.0.1',
    userAgent: 'tests',
    setSessionCookie: () => undefined,
  };
  const as = (actor: Actor | null): Caller =>
    createCaller({ ...shared, requestId: randomUUID(), authenticate: () => Promise.resolve(actor) });
  return {
    nobody: () => as(null),
    actor: as,
    session: (user: User, session = Session.build(unsaved(user))) =>
      as({ via: 'session', user, session: Object.assign(session, { user }) }),
    token: (user: User, ...scopes: TokenScope[]) =>
      as({
        via: 'token',
        user,
        token: ApiToken.build({ userId: user.id, name: 'test', tokenHash: '', last4: '', scopes }),
      }),
  };
}

const unsaved = (user: User) => ({
  userId: user.id,
  tokenHash: '',
  expiresAt: new Date(Date.now() + 60_000),
  lastSeenAt: new Date(),
});
