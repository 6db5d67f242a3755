import type { ErrorReason } from '@ai-providers/contracts';
import {
  ConnectionError,
  ForeignKeyConstraintError,
  ConnectionAcquireTimeoutError,
  UniqueConstraintError,
  ValidationError,
} from 'sequelize';

interface Details {
  /** The field of the input at fault, as its schema names it. */
  field?: string;
  /** Numbers and names for a sentence in any language. */
  params?: Record<string, string | number>;
  /** Seconds until trying again makes sense. */
  retryAfter?: number;
}

/** An expected failure: a stable reason for programs, an English sentence for people. */
export class DomainError extends Error {
  readonly field: string | undefined;
  readonly params: Record<string, string | number> | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly reason: ErrorReason,
    message: string,
    { field, params, retryAfter }: Details = {},
  ) {
    super(message);
    this.name = 'DomainError';
    this.field = field;
    this.params = params;
    this.retryAfter = retryAfter;
  }
}

/** The one answer for what does not exist and for what the caller may not know of. */
export const notFound = () => new DomainError('NOT_FOUND', 'There is no such record');

const clashes: Record<string, [reason: ErrorReason, message: string, field: string]> = {
  ai_providers_name_key: ['PROVIDER_NAME_TAKEN', 'A provider with this name already exists', 'name'],
  ai_providers_slug_key: ['PROVIDER_SLUG_TAKEN', 'A provider with this slug already exists', 'slug'],
  ai_models_provider_id_model_id_key: ['MODEL_ID_TAKEN', 'This provider already has a model with this id', 'modelId'],
  users_email_key: ['EMAIL_TAKEN', 'An account with this email already exists', 'email'],
};

// PostgreSQL's classes 08 (connection) and 57P (shut down), and what Node says of a socket.
const connectionCodes = /^(08\w{3}|57P0\d|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT)$/;

/**
 * Turns what Sequelize throws into a `DomainError` where the failure is an expected one.
 * The original is never kept as a cause: it holds the statement's values.
 */
export function fromDatabase(error: unknown): unknown {
  if (error instanceof UniqueConstraintError || error instanceof ForeignKeyConstraintError) {
    const clash = clashes[constraintOf(error)];
    if (clash) return new DomainError(clash[0], clash[1], { field: clash[2] });
    if (error instanceof ForeignKeyConstraintError) return notFound(); // what it points to was deleted meanwhile
  }
  if (error instanceof ValidationError && !(error instanceof UniqueConstraintError)) {
    const [first] = error.errors;
    return new DomainError('VALIDATION_FAILED', first?.message ?? 'Some fields need your attention', {
      field: first?.path ?? undefined,
    });
  }
  if (isConnectionFailure(error)) {
    return new DomainError('DATABASE_UNAVAILABLE', 'The database cannot be reached. Try again shortly.', {
      retryAfter: 5,
    });
  }
  return error;
}

/** Whether an error says that the database is away, not that a statement is wrong. */
export function isConnectionFailure(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof ConnectionAcquireTimeoutError) return true;
  if (!(error instanceof Error)) return false;
  return (
    connectionCodes.test(codeOf(error)) ||
    /^Connection terminated|^Client has encountered a connection error/.test(parentOf(error).message)
  );
}

/** Whether the values of a statement are at fault: PostgreSQL's classes 22 and 23. */
export function isFaultOfValues(error: unknown): boolean {
  return error instanceof Error && /^2[23]/.test(codeOf(error));
}

/** Whether somebody else was quicker: with the same unique value, or with a lock that this statement waited for. */
export function isLostRace(error: unknown): boolean {
  return error instanceof Error && ['23505', '40P01'].includes(codeOf(error));
}

/** What the driver or Node threw, where Sequelize put it into an error of its own. */
function parentOf(error: Error & { parent?: unknown }): Error {
  return error.parent instanceof Error ? error.parent : error;
}

function codeOf(error: Error): string {
  const { code } = parentOf(error) as Error & { code?: unknown }; // the driver and Node add it
  return typeof code === 'string' ? code : '';
}

function constraintOf(error: UniqueConstraintError | ForeignKeyConstraintError): string {
  const { constraint } = error.parent as Error & { constraint?: string }; // the driver adds it
  return constraint ?? '';
}
