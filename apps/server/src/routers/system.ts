import {
  dashboardOutput,
  loginOutput,
  setupChecksInput,
  setupChecksOutput,
  setupInput,
  setupStatusOutput,
  systemRotateKeysInput,
  systemRotateKeysOutput,
  systemSettings as systemSettingsOutput,
  systemStatusOutput,
  systemUpdateInput,
} from '@ai-providers/contracts';
import {
  installation,
  listSettings,
  monthSoFar,
  ownStepsOf,
  rotateKeysPart,
  setupFacts,
  systemSettings,
  systemStatus,
  updateSystemSettings,
  User,
} from '@ai-providers/db';
import { seesInstallation } from '../policies/dashboard.js';
import { usageView } from '../policies/usage.js';
import { presentInstallation, presentMonth, presentOwn } from '../presenters/dashboard.js';
import { presentUser } from '../presenters/people.js';
import { presentRotation, presentSetupFacts, presentSystem, presentSystemSettings } from '../presenters/system.js';
import { assertSetupLink, setUp } from '../security/set-up.js';
import { t } from '../trpc/init.js';
import { procedure, publicProcedure } from '../trpc/procedures.js';
import { version } from '../version.js';

export const systemRouter = t.router({
  /** Whether the first super admin is still to be made. */
  setupStatus: publicProcedure.output(setupStatusOutput).query(async () => ({ required: (await User.count()) === 0 })),

  /** What the installation stands on, told before anybody can sign in. Changes nothing; by POST, for its token. */
  setupChecks: publicProcedure
    .input(setupChecksInput)
    .output(setupChecksOutput)
    .mutation(async ({ ctx, input }) => {
      await assertSetupLink(ctx, input.token);
      return presentSetupFacts(await setupFacts(), { publicUrl: ctx.publicUrl, origin: input.origin });
    }),

  /** Makes the first super admin and signs them in; open only while no user exists, and only to who has the printed link. */
  setup: publicProcedure
    .input(setupInput)
    .output(loginOutput)
    .mutation(async ({ ctx, input }) => {
      const { user, token } = await setUp(ctx, input);
      ctx.setSessionCookie(token);
      return { user: presentUser(user) };
    }),

  /** The figures of the first page: of the whole installation for super admins, of oneself for everybody else. */
  dashboard: procedure('admin')
    .output(dashboardOutput)
    .query(async ({ ctx: { actor, now } }) => {
      const { sequelize } = actor.user;
      const month = presentMonth(await monthSoFar(sequelize, usageView(actor, null)), now());
      if (seesInstallation(actor))
        return { month, installation: presentInstallation(await installation(sequelize), actor.user), own: null };
      const settings = await listSettings(actor.user);
      const steps = await ownStepsOf(actor.user, settings);
      return { month, installation: null, own: presentOwn(actor, settings, steps, now()) };
    }),

  /** How the installation is: read anew at each call, apart from the drift of the usage counters. */
  status: procedure('admin', 'system.read')
    .output(systemStatusOutput)
    .query(async ({ ctx: { publicUrl } }) => presentSystem(await systemStatus(), { version, publicUrl })),

  /** What super admins decided for the whole installation. */
  settings: procedure('admin', 'system.read')
    .output(systemSettingsOutput)
    .query(async () => presentSystemSettings(await systemSettings())),

  update: procedure('admin', 'system.update')
    .input(systemUpdateInput)
    .output(systemSettingsOutput)
    .mutation(async ({ ctx: { by }, input }) => presentSystemSettings(await updateSystemSettings(input, by))),

  /** Encrypts a part of the stored keys with the SECRET_KEY of now; call after call comes to the end of them. */
  rotateKeys: procedure('admin', 'system.update')
    .input(systemRotateKeysInput)
    .output(systemRotateKeysOutput)
    .mutation(async ({ ctx: { by }, input }) =>
      presentRotation(await rotateKeysPart(input.after ?? null, input.count, by)),
    ),
});
