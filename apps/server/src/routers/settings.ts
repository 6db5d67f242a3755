import {
  bulkOutput,
  settingsForAdminInput,
  settingsListOutput,
  settingsOutput,
  settingsResetUsageInput,
  settingsSetLimitInput,
  settingsSetLimitsInput,
  settingsUpdateInput,
} from '@ai-providers/contracts';
import {
  findBulkAdmins,
  listSettings,
  resetUsage,
  setLimit,
  setLimitForAdmins,
  setLimitForProviders,
  updateOwnSettings,
  User,
} from '@ai-providers/db';
import { authorize, authorizeOrHide } from '../policies/authorize.js';
import { adminPolicy } from '../policies/people.js';
import { presentSettings } from '../presenters/people.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const settingsRouter = t.router({
  mine: procedure('registry:read')
    .output(settingsListOutput)
    .query(async ({ ctx: { actor, now } }) => {
      const all = await listSettings(actor.user);
      return all.map((settings) => presentSettings(actor, settings, now()));
    }),

  update: procedure('admin')
    .input(settingsUpdateInput)
    .output(settingsOutput)
    .mutation(async ({ ctx: { actor, by, now }, input }) =>
      presentSettings(actor, await updateOwnSettings(actor.user, input, by), now()),
    ),

  forAdmin: procedure('admin', 'settings.manageAny')
    .input(settingsForAdminInput)
    .output(settingsListOutput)
    .query(async ({ ctx: { actor, now }, input }) => {
      const admin = await User.findByPublicId(input.admin);
      authorizeOrHide(adminPolicy, 'readSettings', actor, admin);
      const all = await listSettings(admin);
      return all.map((settings) => presentSettings(actor, settings, now()));
    }),

  setLimit: procedure('admin', 'settings.manageAny')
    .input(settingsSetLimitInput)
    .output(settingsOutput)
    .mutation(async ({ ctx: { actor, by, now }, input: { admin: publicId, provider, monthlyLimit } }) => {
      const admin = await User.findByPublicId(publicId);
      authorizeOrHide(adminPolicy, 'setLimit', actor, admin);
      return presentSettings(actor, await setLimit(admin, provider, monthlyLimit, by), now());
    }),

  setLimits: procedure('admin', 'settings.manageAny')
    .input(settingsSetLimitsInput)
    .output(bulkOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const { monthlyLimit } = input;
      if ('providers' in input) {
        const admin = await User.findByPublicId(input.admin);
        authorizeOrHide(adminPolicy, 'setLimit', actor, admin);
        return { results: await setLimitForProviders(admin, input.providers, monthlyLimit, by) };
      }
      const { admins, missing } = await findBulkAdmins(input);
      for (const admin of admins) authorize(adminPolicy, 'setLimit', actor, admin);
      return { results: [...(await setLimitForAdmins(admins, input.provider, monthlyLimit, by)), ...missing] };
    }),

  resetUsage: procedure('admin', 'settings.manageAny')
    .input(settingsResetUsageInput)
    .output(settingsOutput)
    .mutation(async ({ ctx: { actor, by, now }, input: { admin: publicId, provider } }) => {
      const admin = await User.findByPublicId(publicId);
      authorizeOrHide(adminPolicy, 'setLimit', actor, admin);
      return presentSettings(actor, await resetUsage(admin, provider, by), now());
    }),
});
