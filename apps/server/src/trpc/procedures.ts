import { TRPCError } from '@trpc/server';
import { DomainError, type AuditOrigin } from '@ai-providers/db';
import type { Permission, TokenScope } from '@ai-providers/contracts';
import { hasScope, permissionsOf, type Actor } from '../policies/actor.js';
import { framesOf } from '../stack-frames.js';
import { requestOrigin, type Context } from './context.js';
import { toTRPCError } from './errors.js';
import { t, type Meta } from './init.js';

/** Translates expected failures and logs the rest. Inputs are never logged: many of them carry keys. */
const reportFailures = t.middleware(async ({ ctx, path, type, getRawInput, next }) => {
  const result = await next();
  if (result.ok) return result;
  const error = await toTRPCError(result.error, getRawInput);
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const { cause } = error;
    // Not the error itself: a database error carries the values of its statement.
    ctx.log.error(
      { requestId: ctx.requestId, path, type, name: cause?.name, stack: framesOf(cause) },
      'procedure failed',
    );
  }
  return { ...result, error };
});

const requireActor = t.middleware(async ({ ctx, meta, next }) => {
  if (!meta || meta.access === 'public') throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR' }); // a procedure that declares nothing
  const actor = await ctx.authenticate();
  if (!actor) throw new DomainError('UNAUTHENTICATED', 'Sign in, or send an API token');
  assertMayCall(actor, meta.access, meta);
  return next({ ctx: { actor, by: originOf(ctx, actor) } });
});

const base = t.procedure.use(reportFailures);

/** Anybody, signed in or not. */
export const publicProcedure = base.meta({ access: 'public' });

/** A session, or a token with this scope. */
export function procedure(access: TokenScope, permission?: Permission) {
  return base.meta({ access, ...(permission && { permission }) }).use(requireActor);
}

/** A token with this scope and never a browser session. */
export function tokenProcedure(access: TokenScope) {
  return base.meta({ access, tokenOnly: true }).use(requireActor);
}

function assertMayCall(actor: Actor, access: TokenScope, { tokenOnly, permission }: Meta): void {
  if (tokenOnly && actor.via !== 'token')
    throw new DomainError('TOKEN_REQUIRED', 'This needs an API token; a browser session never gets a key');
  if (!hasScope(actor, access))
    throw new DomainError('SCOPE_MISSING', `This token lacks the scope ${access}`, { params: { scope: access } });
  if (permission && !permissionsOf(actor).includes(permission))
    throw new DomainError('FORBIDDEN', 'Your account may not do this');
}

/** How the audit log names a caller. */
function originOf(ctx: Context, actor: Actor): AuditOrigin {
  return {
    actor: { publicId: actor.user.publicId, label: actor.user.email },
    via: actor.via,
    viaPublicId: actor.via === 'session' ? actor.session.publicId : actor.token.publicId,
    ...requestOrigin(ctx),
  };
}
