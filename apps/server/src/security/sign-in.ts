import { createFirstAdmin, DomainError, openSession, recordAudit, User } from '@ai-providers/db';
import type { Context } from '../trpc/context.js';

interface SignedIn {
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
  const { ip, requestId } = ctx;
  const before = await ctx.authenticate();
  const token = await openSession(user, ctx, { ip, requestId });
  // The session that this browser had ends, so that a cookie copied or planted before is worthless.
  if (before?.via === 'session') await before.session.destroy();
  return { user, token };
}

/** Makes the first super admin and signs them in. */
export async function setUp(
  ctx: Context,
  input: { token: string; email: string; name: string; password: string },
): Promise<SignedIn> {
  await ctx.loginLimiter.take('set-up', ctx.ip);
  if ((await User.count()) > 0)
    throw new DomainError('SETUP_DONE', 'This installation is set up already. Sign in instead.');
  if (!ctx.setupToken.matches(input.token)) {
    throw new DomainError(
      'SETUP_TOKEN_WRONG',
      'This set-up link is not valid. Use the link that the server printed last.',
    );
  }
  const passwordHash = await ctx.passwords.hash(input.password);
  const { ip, requestId } = ctx;
  const account = { email: input.email, name: input.name, passwordHash };
  const { user, token } = await createFirstAdmin(account, { via: 'system', viaPublicId: null, ip, requestId }, ctx);
  return { user, token: token ?? '' };
}

/** The account is named where it exists; a name that belongs to nobody may be a password typed in the wrong field. */
async function recordFailure({ ip, requestId }: Context, user: User | null): Promise<void> {
  const target = { type: 'user', publicId: user?.publicId ?? null, label: user?.email ?? 'unknown' };
  await recordAudit(
    { actor: null, via: 'system', viaPublicId: null, ip, requestId },
    { action: 'auth.login_failed', target },
  );
}
