import { initTRPC } from '@trpc/server';
import type { ErrorData, Permission, TokenScope } from '@ai-providers/contracts';
import type { Context } from './context.js';
import { tell } from './errors.js';

/** What a procedure demands of its caller. One without it answers nobody. */
export interface Meta {
  access: 'public' | TokenScope;
  /** Only programs: never a browser session. */
  tokenOnly?: true;
  /** A right that the caller's account must have. */
  permission?: Permission;
}

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    isServer: true,
    errorFormatter({ shape, error, ctx }) {
      const { message, details } = tell(error);
      const data: ErrorData = {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        ...details,
        requestId: ctx?.requestId ?? '',
      };
      return { code: shape.code, message, data };
    },
  });
