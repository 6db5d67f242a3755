import { createFirstAdmin, DomainError, User } from '@ai-providers/db';
import { requestOrigin, type Context } from '../trpc/context.js';
import type { SignedIn } from './sign-in.js';

/**
 * Lets in who has the printed link, while no user exists.
 * @throws DomainError `SETUP_DONE`, `SETUP_TOKEN_WRONG` or `TOO_MANY_ATTEMPTS`
 */
export async function assertSetupLink(ctx: Context, token: string): Promise<void> {
  await ctx.loginLimiter.take('set-up', ctx.ip);
  if ((await User.count()) > 0)
    throw new DomainError('SETUP_DONE', 'This installation is set up already. Sign in instead.');
  if (!ctx.setupToken.matches(token)) {
    throw new DomainError(
      'SETUP_TOKEN_WRONG',
      'This set-up link is not valid. Use the link that the server printed last.',
    );
  }
  await ctx.loginLimiter.forgive('set-up', ctx.ip);
}

/** Makes the first super admin and signs them in. */
export async function setUp(
  ctx: Context,
  input: { token: string; email: string; name: string; password: string },
): Promise<SignedIn> {
  await assertSetupLink(ctx, input.token);
  const passwordHash = await ctx.passwords.hash(input.password);
  const account = { email: input.email, name: input.name, passwordHash };
  const { user, token } = await createFirstAdmin(account, requestOrigin(ctx));
  return { user, token: token ?? '' };
}
