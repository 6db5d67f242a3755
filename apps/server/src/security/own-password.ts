import { DomainError, type User } from '@ai-providers/db';
import type { Context } from '../trpc/context.js';

/**
 * Asks for the password again before an account changes hands. Tries are counted as those of a sign-in are, so that a
 * session left open on a desk is no place to guess at.
 * @throws DomainError `PASSWORD_WRONG` or `TOO_MANY_ATTEMPTS`
 */
export async function assertOwnPassword(ctx: Context, user: User, given: string): Promise<void> {
  const account = `password of ${user.publicId}`;
  await ctx.loginLimiter.take(account, ctx.ip);
  if (!(await ctx.passwords.matches(user.passwordHash, given))) {
    throw new DomainError('PASSWORD_WRONG', 'This is not your current password', { field: 'currentPassword' });
  }
  await ctx.loginLimiter.forgive(account, ctx.ip);
}
