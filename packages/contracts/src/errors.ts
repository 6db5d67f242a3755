import { z } from 'zod';
import { keyRefusals } from './keys.js';

/** Every machine code that an answer may carry. Codes are stable: programs and translations rest on them. */
export const errorReasons = [
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'BAD_CREDENTIALS',
  'FORBIDDEN',
  'SCOPE_MISSING',
  'TOKEN_REQUIRED',
  'TOKEN_PROVIDER_NOT_ALLOWED',
  'TOKEN_TOO_STRONG',
  'TOKEN_NOT_ACTIVE',
  'NOT_FOUND',
  'TOO_MANY_ATTEMPTS',
  'PROVIDER_NAME_TAKEN',
  'PROVIDER_SLUG_TAKEN',
  'MODEL_ID_TAKEN',
  'EMAIL_TAKEN',
  'EDIT_CONFLICT',
  'ORDER_CHANGED',
  'COUNT_CHANGED',
  'MAX_TOKENS_ABOVE_CONTEXT',
  'CONFIG_INVALID',
  'ENCRYPTION_KEY_MISMATCH',
  'LAST_SUPER_ADMIN',
  'OWN_ACCOUNT',
  'PASSWORD_WRONG',
  'SETUP_DONE',
  'SETUP_TOKEN_WRONG',
  'INVITE_INVALID',
  'INVITE_EXPIRED',
  'INVITE_NOT_NEEDED',
  'EXPIRY_IN_PAST',
  'RANGE_EMPTY',
  'RANGE_TOO_LONG',
  'MONTHLY_LIMIT_REACHED',
  'LIMIT_NOT_HIGHER',
  'RAISE_NOT_HIGHER',
  'RAISE_END_NOT_ALLOWED',
  'REQUEST_ID_REUSED',
  'USAGE_ALREADY_SETTLED',
  'USAGE_ALREADY_REFUNDED',
  'USAGE_EXPIRED',
  'CROSS_ORIGIN',
  'UNSUPPORTED_MEDIA_TYPE',
  'METHOD_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'BATCH_TOO_LARGE',
  'MALFORMED_REQUEST',
  'TIMEOUT',
  'DATABASE_UNAVAILABLE',
  'INTERNAL',
  ...keyRefusals,
] as const;
export const errorReason = z.enum(errorReasons);
export type ErrorReason = (typeof errorReasons)[number];

/** What is wrong with one field. */
export const fieldReasons = [
  'REQUIRED',
  'WRONG_TYPE',
  'NOT_A_NUMBER',
  'NOT_A_WHOLE_NUMBER',
  'UNKNOWN_FIELD',
  'NOT_ALLOWED',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_BIG',
  'INVALID_FORMAT',
  'INVALID_URL',
  'URL_SCHEME',
  'URL_CREDENTIALS',
  'URL_FRAGMENT',
  'UNSTORABLE_TEXT',
  'SECRET_LOOKS_ENCRYPTED',
  'CONFIG_NOT_OBJECT',
  'CONFIG_NOT_JSON',
  'CONFIG_TOO_DEEP',
  'CONFIG_TOO_MANY_KEYS',
  'CONFIG_TOO_LARGE',
  'CONFIG_FORBIDDEN_KEY',
  'CONFIG_INVALID',
  'IP_INVALID',
  'ADMIN_REACHES_ALL',
  'INVALID',
  // A rule of the domain that one field breaks is also told beside the field.
  'PROVIDER_NAME_TAKEN',
  'PROVIDER_SLUG_TAKEN',
  'MODEL_ID_TAKEN',
  'EMAIL_TAKEN',
  'MAX_TOKENS_ABOVE_CONTEXT',
  'PASSWORD_WRONG',
  'EXPIRY_IN_PAST',
  'TOKEN_TOO_STRONG',
  'RANGE_EMPTY',
  'RANGE_TOO_LONG',
  'LIMIT_NOT_HIGHER',
  'RAISE_NOT_HIGHER',
  'RAISE_END_NOT_ALLOWED',
  'SHARED_KEY_NOT_ALLOWED',
  'PERSONAL_KEYS_NOT_ALLOWED',
] as const;
export const fieldReason = z.enum(fieldReasons);
export type FieldReason = (typeof fieldReasons)[number];

/** `params` holds numbers for a sentence in any language, such as `{ max: 100 }`; `message` is the English one. */
export interface FieldError {
  reason: FieldReason;
  message: string;
  params?: Record<string, string | number>;
}
/** By the path of the field in the input, such as `patch.name`. */
export type FieldErrors = Record<string, FieldError>;

/** The `data` of every error answer. */
export interface ErrorData {
  /** tRPC's own code, such as `BAD_REQUEST`. */
  code: string;
  httpStatus: number;
  reason: ErrorReason;
  field?: string;
  fieldErrors?: FieldErrors;
  /** Seconds to wait, on 429 and 503. */
  retryAfter?: number;
  params?: Record<string, string | number>;
  requestId: string;
}
