import { keyDecision, keyExplainInput, keyResolveInput, keyResolveOutput } from '@ai-providers/contracts';
import { explainKey, resolveKey, User } from '@ai-providers/db';
import { adminPolicy } from '../policies/people.js';
import { authorizeOrHide } from '../policies/authorize.js';
import { authorizeProvider } from '../policies/registry.js';
import { t } from '../trpc/init.js';
import { procedure, tokenProcedure } from '../trpc/procedures.js';

export const keysRouter = t.router({
  /** The one procedure that returns a provider's key in clear. */
  resolve: tokenProcedure('keys:resolve')
    .input(keyResolveInput)
    .output(keyResolveOutput)
    .query(({ ctx: { actor, by }, input }) => {
      authorizeProvider(actor, input.provider);
      return resolveKey(actor.user, input.provider, by);
    }),

  explain: procedure('registry:read')
    .input(keyExplainInput)
    .output(keyDecision)
    .query(async ({ ctx: { actor }, input }) => {
      authorizeProvider(actor, input.provider);
      const admin = input.admin === undefined ? actor.user : await User.findByPublicId(input.admin);
      authorizeOrHide(adminPolicy, 'explainKeys', actor, admin);
      return explainKey(admin, input.provider);
    }),
});
