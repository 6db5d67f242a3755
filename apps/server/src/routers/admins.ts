import {
  adminBulkUpdateInput,
  adminCreateInput,
  adminCreateOutput,
  adminDeleteOutput,
  adminIdInput,
  adminImpact,
  adminInvite,
  adminListInput,
  adminListOutput,
  adminOutput,
  adminStanding,
  adminUpdateInput,
  bulkOutput,
  done,
  sessionIdInput,
  sessionListOutput,
  type AdminPatch,
} from '@ai-providers/contracts';
import {
  adminImpactOf,
  createAdmin,
  createInvitedAdmin,
  deleteAdmin,
  DomainError,
  findBulkAdmins,
  findSessionWithOwner,
  inviteAgain,
  listAdmins,
  listSessions,
  revokeSession,
  standingsOf,
  updateAdmin,
  updateAdmins,
  User,
} from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { authorize, authorizeOrHide } from '../policies/authorize.js';
import { adminPolicy, sessionPolicy } from '../policies/people.js';
import { presentAdmin, presentAdminImpact, presentInvite, presentStanding } from '../presenters/admins.js';
import { presentSession } from '../presenters/profile.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const adminsRouter = t.router({
  list: procedure('admin', 'admins.manage')
    .input(adminListInput)
    .output(adminListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const { admins, total, standings } = await listAdmins(input);
      return { items: admins.map((admin) => presentStanding(actor, admin, standings.get(admin.id))), total };
    }),

  get: procedure('admin', 'admins.manage')
    .input(adminIdInput)
    .output(adminStanding)
    .query(async ({ ctx: { actor }, input }) => {
      const user = await User.findByPublicIdOrThrow(input.publicId);
      authorize(adminPolicy, 'update', actor, user);
      const standings = await standingsOf([user]);
      return presentStanding(actor, user, standings.get(user.id));
    }),

  /** With a password an account to sign in with; without one an invited account and its one-time link. */
  create: procedure('admin', 'admins.manage')
    .input(adminCreateInput)
    .output(adminCreateOutput)
    .mutation(async ({ ctx: { actor, by, passwords }, input: { password, name = '', ...admin } }) => {
      if (password === undefined) {
        const { user, invitation } = await createInvitedAdmin({ ...admin, name }, by);
        return { ...presentAdmin(actor, user), invite: presentInvite(invitation) };
      }
      const passwordHash = await passwords.hash(password);
      return { ...presentAdmin(actor, await createAdmin({ ...admin, name, passwordHash }, by)), invite: null };
    }),

  /** A new link for an account that still waits for its first password; the one before ends. */
  invite: procedure('admin', 'admins.manage')
    .input(adminIdInput)
    .output(adminInvite)
    .mutation(async ({ ctx: { actor, by }, input: { publicId } }) => {
      const user = await User.findByPublicIdOrThrow(publicId);
      authorize(adminPolicy, 'update', actor, user);
      return presentInvite(await inviteAgain(publicId, by));
    }),

  update: procedure('admin', 'admins.manage')
    .input(adminUpdateInput)
    .output(adminOutput)
    .mutation(async ({ ctx: { actor, by, passwords }, input: { publicId, patch, expectedUpdatedAt } }) => {
      const user = await User.findByPublicIdOrThrow(publicId);
      authorize(adminPolicy, 'update', actor, user);
      assertMayChange(actor, user, patch);
      const { password, ...change } = patch;
      const secret = password === undefined ? {} : { passwordHash: await passwords.hash(password) };
      return presentAdmin(actor, await updateAdmin(publicId, { ...change, ...secret }, by, expectedUpdatedAt));
    }),

  bulkUpdate: procedure('admin', 'admins.manage')
    .input(adminBulkUpdateInput)
    .output(bulkOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const { admins, missing } = await findBulkAdmins(input);
      for (const admin of admins) authorize(adminPolicy, 'update', actor, admin);
      const assertMay = (admin: User) => {
        if (!adminPolicy.deactivate(actor, admin)) throw ownAccount('isActive');
      };
      return { results: [...(await updateAdmins(admins, input.patch, assertMay, by)), ...missing] };
    }),

  deletionImpact: procedure('admin', 'admins.manage')
    .input(adminIdInput)
    .output(adminImpact)
    .query(async ({ ctx: { actor }, input }) => {
      const user = await User.findByPublicIdOrThrow(input.publicId);
      if (!adminPolicy.delete(actor, user)) throw ownAccount();
      return presentAdminImpact(await adminImpactOf(user));
    }),

  delete: procedure('admin', 'admins.manage')
    .input(adminIdInput)
    .output(adminDeleteOutput)
    .mutation(async ({ ctx: { actor, by }, input: { publicId } }) => {
      const user = await User.findByPublicIdOrThrow(publicId);
      if (!adminPolicy.delete(actor, user)) throw ownAccount();
      return { publicId, removed: presentAdminImpact(await deleteAdmin(publicId, by)) };
    }),

  sessions: procedure('admin', 'admins.manage')
    .input(adminIdInput)
    .output(sessionListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const user = await User.findByPublicIdOrThrow(input.publicId);
      authorize(adminPolicy, 'readSessions', actor, user);
      return (await listSessions(user)).map((session) => presentSession(actor, session));
    }),

  revokeSession: procedure('admin', 'admins.manage')
    .input(sessionIdInput)
    .output(done)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const session = await findSessionWithOwner(input.publicId);
      authorizeOrHide(sessionPolicy, 'revokeAny', actor, session);
      await revokeSession(session, session.user, by);
      return { ok: true as const };
    }),
});

/** @throws DomainError `OWN_ACCOUNT` with the field that another super admin has to change */
function assertMayChange(actor: Actor, user: User, patch: AdminPatch): void {
  if (patch.isActive === false && !adminPolicy.deactivate(actor, user)) throw ownAccount('isActive');
  const ranks = ['isSuperuser', 'isAdminFull'] as const;
  const changed = ranks.find((field) => (patch[field] ?? user[field]) !== user[field]);
  if (changed && !adminPolicy.changeRole(actor, user)) throw ownAccount(changed);
}

const ownAccount = (field?: string) =>
  new DomainError('OWN_ACCOUNT', 'Another super admin must do this to your own account', field ? { field } : {});
