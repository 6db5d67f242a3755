import { TRPCError } from '@trpc/server';
import type { ErrorData } from '@ai-providers/contracts';
import { tell } from '../trpc/errors.js';

type Refusal = Omit<ErrorData, 'httpStatus' | 'requestId'>;

/** What a caller is told about a call that fails; null for one that succeeds. */
export async function outcomeOf(call: Promise<unknown>): Promise<Refusal | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { code: error.code, ...tell(error).details };
  }
}

/** As `outcomeOf`, for a call that must fail. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const refusal = await outcomeOf(call);
  if (!refusal) throw new Error('The call was not refused');
  return refusal;
}
