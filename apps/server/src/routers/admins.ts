import {
  adminCreateInput,
  adminListInput,
  adminListOutput,
  adminOutput,
  adminUpdateInput,
} from '@ai-providers/contracts';
import { createAdmin, DomainError, listAdmins, updateAdmin, User } from '@ai-providers/db';
import { authorize } from '../policies/authorize.js';
import { adminPolicy } from '../policies/people.js';
import { presentAdmin } from '../presenters/people.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const adminsRouter = t.router({
  list: procedure('admin', 'admins.manage')
    .input(adminListInput)
    .output(adminListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const { admins, total } = await listAdmins(input);
      return { items: admins.map((admin) => presentAdmin(actor, admin)), total };
    }),

  create: procedure('admin', 'admins.manage')
    .input(adminCreateInput)
    .output(adminOutput)
    .mutation(async ({ ctx: { actor, by, passwords }, input: { password, ...admin } }) => {
      const passwordHash = await passwords.hash(password);
      return presentAdmin(actor, await createAdmin({ ...admin, passwordHash }, by));
    }),

  update: procedure('admin', 'admins.manage')
    .input(adminUpdateInput)
    .output(adminOutput)
    .mutation(async ({ ctx: { actor, by, passwords }, input: { publicId, patch, expectedUpdatedAt } }) => {
      const user = await User.findByPublicIdOrThrow(publicId);
      authorize(adminPolicy, 'update', actor, user);
      const { password, ...change } = patch;
      if (change.isActive === false && !adminPolicy.deactivate(actor, user)) throw ownAccount('isActive');
      const rank = (['isSuperuser', 'isAdminFull'] as const).find(
        (field) => (change[field] ?? user[field]) !== user[field],
      );
      if (rank && !adminPolicy.changeRole(actor, user)) throw ownAccount(rank);
      const passwordHash = password === undefined ? undefined : await passwords.hash(password);
      return presentAdmin(
        actor,
        await updateAdmin(publicId, { ...change, ...(passwordHash && { passwordHash }) }, by, expectedUpdatedAt),
      );
    }),
});

const ownAccount = (field: string) =>
  new DomainError('OWN_ACCOUNT', 'Another super admin must do this to your own account', { field });
