import {
  changePasswordInput,
  done,
  inviteAcceptInput,
  loginInput,
  loginOutput,
  meOutput,
} from '@ai-providers/contracts';
import { changePassword, closeSession, DomainError, sessionLife } from '@ai-providers/db';
import { permissionsOf } from '../policies/actor.js';
import { presentUser } from '../presenters/people.js';
import { acceptInvitation } from '../security/accept-invite.js';
import { assertOwnPassword } from '../security/own-password.js';
import { signIn } from '../security/sign-in.js';
import { t } from '../trpc/init.js';
import { procedure, publicProcedure } from '../trpc/procedures.js';

export const authRouter = t.router({
  login: publicProcedure
    .input(loginInput)
    .output(loginOutput)
    .mutation(async ({ ctx, input }) => {
      const { user, token } = await signIn(ctx, input);
      ctx.setSessionCookie(token, input.remember);
      return { user: presentUser(user) };
    }),

  /** Open to who has the one-time link of an invited account: sets its first password and signs it in. */
  acceptInvite: publicProcedure
    .input(inviteAcceptInput)
    .output(loginOutput)
    .mutation(async ({ ctx, input }) => {
      const { user, token } = await acceptInvitation(ctx, input);
      ctx.setSessionCookie(token);
      return { user: presentUser(user) };
    }),

  logout: procedure('admin')
    .output(done)
    .mutation(async ({ ctx: { actor, by, setSessionCookie } }) => {
      if (actor.via === 'token') throw new DomainError('FORBIDDEN', 'A token is not signed out: revoke it instead');
      await closeSession(actor.session, by);
      setSessionCookie(null);
      return { ok: true as const };
    }),

  me: procedure('registry:read')
    .output(meOutput)
    .query(({ ctx: { actor } }) => {
      const expiresAt = actor.via === 'session' ? actor.session.expiresAt : actor.token.expiresAt;
      return {
        user: presentUser(actor.user),
        can: permissionsOf(actor),
        expiresAt: expiresAt?.toISOString() ?? null,
        idleMs: actor.via === 'session' ? sessionLife.idleMs : null,
      };
    }),

  changePassword: procedure('admin')
    .input(changePasswordInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const { actor, by } = ctx;
      await assertOwnPassword(ctx, actor.user, input.currentPassword);
      const hash = await ctx.passwords.hash(input.newPassword);
      await changePassword(actor.user, hash, actor.via === 'session' ? actor.session.publicId : null, by);
      return { ok: true as const };
    }),
});
