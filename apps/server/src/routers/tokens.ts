import {
  tokenCreateInput,
  tokenCreateOutput,
  tokenListInput,
  tokenListOutput,
  tokenOutput,
  tokenRevokeInput,
  tokenRotateInput,
  tokenUpdateInput,
} from '@ai-providers/contracts';
import {
  createApiToken,
  findTokenWithOwner,
  listApiTokens,
  revokeApiToken,
  rotateApiToken,
  updateApiToken,
} from '@ai-providers/db';
import { permissionsOf } from '../policies/actor.js';
import { authorize, authorizeOrHide } from '../policies/authorize.js';
import { tokenPolicy } from '../policies/people.js';
import { presentToken } from '../presenters/people.js';
import { assertNoStronger } from '../security/token-strength.js';
import { t } from '../trpc/init.js';
import { procedure } from '../trpc/procedures.js';

export const tokensRouter = t.router({
  list: procedure('admin')
    .input(tokenListInput)
    .output(tokenListOutput)
    .query(async ({ ctx: { actor }, input }) => {
      const readAny = permissionsOf(actor).includes('tokens.readAny');
      const { tokens, total } = await listApiTokens(input, readAny ? null : actor.user);
      return { items: tokens.map((token) => presentToken(actor, token)), total, can: { readAny } };
    }),

  create: procedure('admin')
    .input(tokenCreateInput)
    .output(tokenCreateOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      assertNoStronger(actor, input);
      const { token, record } = await createApiToken(actor.user, input, by);
      return { token, item: presentToken(actor, record) };
    }),

  update: procedure('admin')
    .input(tokenUpdateInput)
    .output(tokenOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const token = await findTokenWithOwner(input.publicId);
      authorizeOrHide(tokenPolicy, 'read', actor, token);
      authorize(tokenPolicy, 'update', actor, token);
      return presentToken(actor, await updateApiToken(input, by));
    }),

  rotate: procedure('admin')
    .input(tokenRotateInput)
    .output(tokenCreateOutput)
    .mutation(async ({ ctx: { actor, by }, input }) => {
      const old = await findTokenWithOwner(input.publicId);
      authorizeOrHide(tokenPolicy, 'read', actor, old);
      authorize(tokenPolicy, 'update', actor, old);
      assertNoStronger(actor, old);
      const { token, record } = await rotateApiToken(input, by);
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
