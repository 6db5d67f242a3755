import {
  done,
  preferencesOutput,
  preferencesUpdateInput,
  profileUpdateInput,
  sessionIdInput,
  sessionListOutput,
  sessionsRevokedOutput,
  userOutput,
} from '@ai-providers/contracts';
import {
  listSessions,
  revokeOtherSessions,
  revokeSession,
  Session,
  updatePreferences,
  updateProfile,
} from '@ai-providers/db';
import { authorizeOrHide } from '../policies/authorize.js';
import { sessionPolicy } from '../policies/people.js';
import { presentUser } from '../presenters/people.js';
import { presentPreferences, presentSession } from '../presenters/profile.js';
import { assertOwnPassword } from '../security/own-password.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

/** What everybody does with their own account; a part of `auth`. */
export const profileRouter = t.router({
  updateProfile: procedure('admin')
    .input(profileUpdateInput)
    .output(userOutput)
    .mutation(async ({ ctx, input: { currentPassword = '', expectedUpdatedAt, ...change } }) => {
      const { actor, by } = ctx;
      const movesEmail = change.email !== undefined && change.email !== actor.user.email;
      if (movesEmail) await assertOwnPassword(ctx, actor.user, currentPassword);
      return presentUser(await updateProfile(actor.user, change, by, expectedUpdatedAt));
    }),

  sessions: procedure('admin')
    .output(sessionListOutput)
    .query(async ({ ctx: { actor } }) => {
      const sessions = await listSessions(actor.user);
      return sessions.map((session) => presentSession(actor, session));
    }),

  revokeSession: procedure('admin')
    .input(sessionIdInput)
    .output(done)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const session = await Session.findByPublicId(input.publicId);
      authorizeOrHide(sessionPolicy, 'revoke', actor, session);
      await revokeSession(session, actor.user, by);
      return { ok: true as const };
    }),

  /** Signs out every browser but the one that asks; a program has none, and signs out all. */
  revokeOtherSessions: procedure('admin')
    .output(sessionsRevokedOutput)
    .mutation(async ({ ctx: { actor, by } }) => {
      const keep = actor.via === 'session' ? actor.session.publicId : null;
      return { revoked: await revokeOtherSessions(actor.user, keep, by) };
    }),

  preferences: procedure('admin')
    .output(preferencesOutput)
    .query(({ ctx: { actor } }) => presentPreferences(actor.user.preferences)),

  updatePreferences: procedure('admin')
    .input(preferencesUpdateInput)
    .output(preferencesOutput)
    .mutation(async ({ ctx: { actor }, input }) => presentPreferences(await updatePreferences(actor.user, input))),
});
