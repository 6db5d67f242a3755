import { acceptInvite, findInvited, type User } from '@ai-providers/db';
import { requestOrigin, type Context } from '../trpc/context.js';

/** Sets the first password of an invited account and signs it in. Tries are counted as those of a sign-in are. */
export async function acceptInvitation(
  ctx: Context,
  { token: given, name, password }: { token: string; name?: string | undefined; password: string },
): Promise<{ user: User; token: string }> {
  await ctx.loginLimiter.take('invite', ctx.ip);
  await findInvited(given); // before a password is hashed: that is dear
  const passwordHash = await ctx.passwords.hash(password);
  const before = await ctx.authenticate();
  const accepted = await acceptInvite({ token: given, ...(name && { name }), passwordHash }, requestOrigin(ctx));
  await ctx.loginLimiter.forgive('invite', ctx.ip);
  // The session that this browser had ends: it belongs to whoever made the link, or to nobody here.
  if (before?.via === 'session') await before.session.destroy();
  return accepted;
}
