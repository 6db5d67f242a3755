import { loginOutput, setupInput, setupStatusOutput, systemStatusOutput } from '@ai-providers/contracts';
import { systemStatus, User } from '@ai-providers/db';
import { presentUser } from '../presenters/people.js';
import { presentSystem } from '../presenters/system.js';
import { setUp } from '../security/sign-in.js';
import { t } from '../trpc/init.js';
import { procedure, publicProcedure } from '../trpc/procedures.js';
import { version } from '../version.js';

export const systemRouter = t.router({
  /** Whether the first super admin is still to be made. */
  setupStatus: publicProcedure.output(setupStatusOutput).query(async () => ({ required: (await User.count()) === 0 })),

  /** Makes the first super admin and signs them in; open only while no user exists, and only to who has the printed link. */
  setup: publicProcedure
    .input(setupInput)
    .output(loginOutput)
    .mutation(async ({ ctx, input }) => {
      const { user, token } = await setUp(ctx, input);
      ctx.setSessionCookie(token);
      return { user: presentUser(user) };
    }),

  /** How the installation is: read anew at each call, apart from the drift of the usage counters. */
  status: procedure('admin', 'system.read')
    .output(systemStatusOutput)
    .query(async () => presentSystem(await systemStatus(), version)),
});
