import {
  tokenCreateInput,
  tokenCreateOutput,
  tokenListInput,
  tokenListOutput,
  tokenOutput,
  tokenRevokeInput,
} from '@ai-providers/contracts';
import { createApiToken, DomainError, findTokenWithOwner, listApiTokens, revokeApiToken } from '@ai-providers/db';
import { hasScope, permissionsOf, type Actor } from '../policies/actor.js';
import { authorizeOrHide } from '../policies/authorize.js';
import { tokenPolicy } from '../policies/people.js';
import { presentToken } from '../presenters/people.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const tokensRouter = t.router({
  list: procedure('admin')
    .input(tokenListInput)
    .output(tokenListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const everybody = permissionsOf(actor).includes('tokens.readAny');
      const { tokens, total } = await listApiTokens(input, everybody ? null : actor.user);
      return { items: tokens.map((token) => presentToken(actor, token)), total };
    }),

  create: procedure('admin')
    .input(tokenCreateInput)
    .output(tokenCreateOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      assertNoMoreThanOwn(actor, input.scopes);
      const { token, record } = await createApiToken(actor.user, input, by);
      return { token, item: presentToken(actor, record) };
    }),

  revoke: procedure('admin')
    .input(tokenRevokeInput)
    .output(tokenOutput)
    .mutation(async ({ ctx: { actor, by }, input: { publicId } }) => {
      authorizeOrHide(tokenPolicy, 'revoke', actor, await findTokenWithOwner(publicId));
      return presentToken(actor, await revokeApiToken(publicId, by));
    }),
});

/** A token never makes a stronger one. */
function assertNoMoreThanOwn(actor: Actor, scopes: Parameters<typeof hasScope>[1][]): void {
  const missing = scopes.find((scope) => !hasScope(actor, scope));
  if (missing)
    throw new DomainError('SCOPE_MISSING', `This token lacks the scope ${missing}`, {
      field: 'scopes',
      params: { scope: missing },
    });
}
