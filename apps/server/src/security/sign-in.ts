import { bySystem, DomainError, openSession, recordAudit, User } from '@ai-providers/db';
import { requestOrigin, type Context } from '../trpc/context.js';

export interface SignedIn {
  user: User;
  token: string;
}

/** Checks a password and opens a session. Every failure is one answer, after the same time. */
export async function signIn(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<SignedIn> {
  const account = email.normalize('NFKC').trim().toLowerCase();
  await ctx.loginLimiter.take(account, ctx.ip);
  const user = await User.findByEmail(account);
  const matches = user
    ? await ctx.passwords.matches(user.passwordHash, password)
    : await ctx.passwords.matchesNobody(password);
  if (!user || !matches || !user.isActive) {
    await recordFailure(ctx, user);
    throw new DomainError('BAD_CREDENTIALS', 'Email or password is wrong');
  }
  await ctx.loginLimiter.forgive(account, ctx.ip);
  const before = await ctx.authenticate();
  const token = await openSession(user, requestOrigin(ctx));
  // The session that this browser had ends, so that a cookie copied or planted before is worthless.
  if (before?.via === 'session') await before.session.destroy();
  return { user, token };
}

/** The account is named where it exists; a name that belongs to nobody may be a password typed in the wrong field. */
async function recordFailure(ctx: Context, user: User | null): Promise<void> {
  const target = { type: 'user', publicId: user?.publicId ?? null, label: user?.email ?? 'unknown' };
  await recordAudit({ ...bySystem, ...requestOrigin(ctx) }, { action: 'auth.login_failed', target });
}
