import {
  bulkOutput,
  done,
  limitGrantInput,
  limitRequestIdInput,
  limitRequestInput,
  settingsForAdminInput,
  settingsForProviderInput,
  settingsForProviderOutput,
  settingsListOutput,
  settingsOutput,
  settingsResetUsageInput,
  settingsSetLimitInput,
  settingsSetLimitsInput,
  settingsUpdateInput,
} from '@ai-providers/contracts';
import {
  AIProvider,
  dismissLimitRequest,
  findBulkAdmins,
  findLimitRequest,
  findSettings,
  grantLimitRequest,
  listProviderSettings,
  listSettings,
  requestLimit,
  resetUsage,
  setLimit,
  setLimitForAdmins,
  setLimitForProviders,
  updateOwnSettings,
  User,
} from '@ai-providers/db';
import { reaches } from '../policies/actor.js';
import { authorize, authorizeOrHide } from '../policies/authorize.js';
import { adminPolicy, limitRequestPolicy, settingsPolicy } from '../policies/people.js';
import { providerPolicy } from '../policies/registry.js';
import { presentProviderAdmin, presentSettings } from '../presenters/people.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const settingsRouter = t.router({
  mine: procedure('registry:read')
    .output(settingsListOutput)
    .query(async ({ ctx: { actor, now } }) => {
      const all = await listSettings(actor.user);
      const reached = all.filter(({ provider }) => reaches(actor, provider?.slug ?? ''));
      return reached.map((settings) => presentSettings(actor, settings, now()));
    }),

  update: procedure('admin')
    .input(settingsUpdateInput)
    .output(settingsOutput)
    .mutation(async ({ ctx: { actor, by, now }, input }) =>
      presentSettings(actor, await updateOwnSettings(actor.user, input, by), now()),
    ),

  /** Asks super admins for a higher limit of one's own. */
  requestLimit: procedure('admin')
    .input(limitRequestInput)
    .output(settingsOutput)
    .mutation(async ({ ctx: { actor, by, now }, input }) => {
      const settings = await findSettings(actor.user, input.provider);
      authorize(settingsPolicy, 'requestLimit', actor, settings);
      return presentSettings(actor, await requestLimit(actor.user, input, by), now());
    }),

  grantLimitRequest: procedure('admin', 'settings.manageAny')
    .input(limitGrantInput)
    .output(done)
    .mutation(async ({ ctx: { actor, by }, input: { publicId, ...limit } }) => {
      const request = await findLimitRequest(publicId);
      authorizeOrHide(limitRequestPolicy, 'answer', actor, request);
      await grantLimitRequest(request, limit, by);
      return { ok: true as const };
    }),

  dismissLimitRequest: procedure('admin', 'settings.manageAny')
    .input(limitRequestIdInput)
    .output(done)
    .mutation(async ({ ctx: { actor, by }, input: { publicId } }) => {
      const request = await findLimitRequest(publicId);
      authorizeOrHide(limitRequestPolicy, 'answer', actor, request);
      await dismissLimitRequest(request, by);
      return { ok: true as const };
    }),

  forAdmin: procedure('admin', 'settings.manageAny')
    .input(settingsForAdminInput)
    .output(settingsListOutput)
    .query(async ({ ctx: { actor, now }, input }) => {
      const admin = await User.findByPublicId(input.admin);
      authorizeOrHide(adminPolicy, 'readSettings', actor, admin);
      const all = await listSettings(admin);
      return all.map((settings) => presentSettings(actor, settings, now()));
    }),

  forProvider: procedure('admin', 'settings.manageAny')
    .input(settingsForProviderInput)
    .output(settingsForProviderOutput)
    .query(async ({ ctx: { actor, now }, input: { provider: slug, ...page } }) => {
      const provider = await AIProvider.findBySlug(slug);
      authorizeOrHide(providerPolicy, 'readAdmins', actor, provider);
      const { settings, total } = await listProviderSettings(provider, page);
      return { items: settings.map((each) => presentProviderAdmin(each, now())), total };
    }),

  setLimit: procedure('admin', 'settings.manageAny')
    .input(settingsSetLimitInput)
    .output(settingsOutput)
    .mutation(async ({ ctx: { actor, by, now }, input: { admin: publicId, provider, ...limit } }) => {
      const admin = await User.findByPublicId(publicId);
      authorizeOrHide(adminPolicy, 'setLimit', actor, admin);
      return presentSettings(actor, await setLimit(admin, provider, limit.monthlyLimit, by, limit), now());
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
