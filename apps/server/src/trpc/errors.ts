import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { ZodError } from 'zod';
import {
  fieldErrorsOf,
  fieldReason,
  type ErrorData,
  type ErrorReason,
  type FieldErrors,
} from '@ai-providers/contracts';
import { DomainError, fromDatabase } from '@ai-providers/db';

/** Reasons that are not a plain bad request. */
const codes: Partial<Record<ErrorReason, TRPC_ERROR_CODE_KEY>> = {
  UNAUTHENTICATED: 'UNAUTHORIZED',
  BAD_CREDENTIALS: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  SCOPE_MISSING: 'FORBIDDEN',
  TOKEN_REQUIRED: 'FORBIDDEN',
  TOKEN_PROVIDER_NOT_ALLOWED: 'FORBIDDEN',
  TOKEN_TOO_STRONG: 'FORBIDDEN',
  CROSS_ORIGIN: 'FORBIDDEN',
  SETUP_TOKEN_WRONG: 'FORBIDDEN',
  INVITE_INVALID: 'FORBIDDEN',
  INVITE_EXPIRED: 'FORBIDDEN',
  SHARED_KEY_NOT_ALLOWED: 'FORBIDDEN',
  PERSONAL_KEYS_NOT_ALLOWED: 'FORBIDDEN',
  ACCOUNT_INACTIVE: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  PROVIDER_NAME_TAKEN: 'CONFLICT',
  PROVIDER_SLUG_TAKEN: 'CONFLICT',
  MODEL_ID_TAKEN: 'CONFLICT',
  EMAIL_TAKEN: 'CONFLICT',
  EDIT_CONFLICT: 'CONFLICT',
  ORDER_CHANGED: 'CONFLICT',
  COUNT_CHANGED: 'CONFLICT',
  ENCRYPTION_KEY_MISMATCH: 'CONFLICT',
  LAST_SUPER_ADMIN: 'CONFLICT',
  OWN_ACCOUNT: 'CONFLICT',
  SETUP_DONE: 'CONFLICT',
  INVITE_NOT_NEEDED: 'CONFLICT',
  TOKEN_NOT_ACTIVE: 'CONFLICT',
  PROVIDER_INACTIVE: 'CONFLICT',
  REQUEST_ID_REUSED: 'CONFLICT',
  USAGE_ALREADY_SETTLED: 'CONFLICT',
  USAGE_ALREADY_REFUNDED: 'CONFLICT',
  USAGE_EXPIRED: 'CONFLICT',
  KEY_NOT_CONFIGURED: 'CONFLICT',
  KEY_UNREADABLE: 'SERVICE_UNAVAILABLE',
  DATABASE_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  TOO_MANY_ATTEMPTS: 'TOO_MANY_REQUESTS',
  MONTHLY_LIMIT_REACHED: 'TOO_MANY_REQUESTS',
};

/** Reasons for the failures that tRPC itself finds. */
const reasons: Partial<Record<TRPC_ERROR_CODE_KEY, ErrorReason>> = {
  PARSE_ERROR: 'MALFORMED_REQUEST',
  BAD_REQUEST: 'MALFORMED_REQUEST',
  NOT_FOUND: 'NOT_FOUND',
  METHOD_NOT_SUPPORTED: 'METHOD_NOT_ALLOWED',
  UNSUPPORTED_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  PAYLOAD_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  UNAUTHORIZED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
};

/** What a caller is told, and what is fit for the log. */
export interface Told {
  message: string;
  details: Omit<ErrorData, 'code' | 'httpStatus' | 'requestId'>;
}

const unexpected = 'Something went wrong on the server. Tell the request id to whoever runs it.';

/**
 * Turns an expected failure into the tRPC error that carries its reason; leaves the rest alone.
 * @param readInput the input of the failed call: an update's fields are written in its `patch`
 */
export async function toTRPCError(error: TRPCError, readInput: () => Promise<unknown>): Promise<TRPCError> {
  const failure = fromDatabase(error.cause);
  if (!(failure instanceof DomainError)) return error;
  // Only who found a field at fault has read the input: another caller's may be unreadable.
  const { field } = failure;
  const cause = field !== undefined && isUpdate(await readInput()) ? inPatch(failure, field) : failure;
  return new TRPCError({ code: codes[cause.reason] ?? 'BAD_REQUEST', message: cause.message, cause });
}

function isUpdate(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'patch' in input;
}

function inPatch({ reason, message, params, retryAfter }: DomainError, field: string): DomainError {
  return new DomainError(reason, message, {
    field: `patch.${field}`,
    ...(params && { params }),
    ...(retryAfter && { retryAfter }),
  });
}

/** The words and the data of an error answer. What is unknown is masked. */
export function tell(error: TRPCError): Told {
  const { cause } = error;
  if (cause instanceof DomainError) return { message: cause.message, details: detailsOf(cause) };
  if (cause instanceof ZodError && error.code === 'BAD_REQUEST') {
    const fieldErrors = fieldErrorsOf(cause);
    const [field] = Object.keys(fieldErrors);
    return {
      message: 'Some fields need your attention',
      details: { reason: 'VALIDATION_FAILED', ...(field && { field }), fieldErrors },
    };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') return { message: unexpected, details: { reason: 'INTERNAL' } };
  const reason = reasons[error.code] ?? 'INTERNAL';
  return { message: sentences[reason] ?? unexpected, details: { reason } };
}

// tRPC's own messages can hold what was sent; these never do.
const sentences: Partial<Record<ErrorReason, string>> = {
  MALFORMED_REQUEST: 'The request could not be read',
  NOT_FOUND: 'There is no such procedure or record',
  METHOD_NOT_ALLOWED: 'Use GET for queries and POST for mutations',
  UNSUPPORTED_MEDIA_TYPE: 'Send application/json',
  PAYLOAD_TOO_LARGE: 'The request is too large',
  UNAUTHENTICATED: 'Sign in, or send an API token',
  FORBIDDEN: 'Your account may not do this',
};

function detailsOf({ reason, field, message, params, retryAfter }: DomainError): Told['details'] {
  const known = fieldReason.safeParse(reason);
  const fieldErrors: FieldErrors | undefined = field
    ? { [field]: { reason: known.success ? known.data : 'INVALID', message, ...(params && { params }) } }
    : undefined;
  return {
    reason,
    ...(field && { field }),
    ...(fieldErrors && { fieldErrors }),
    ...(params && { params }),
    ...(retryAfter && { retryAfter }),
  };
}
