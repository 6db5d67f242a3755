import type { ErrorData, FieldError } from '@ai-providers/contracts';
import { TRPCClientError } from '@trpc/client';
import type { Failure } from '../components/ErrorState.js';
import { currentFmt } from '../i18n/fmt.js';
import { i18n } from '../i18n/index.js';

type Params = Record<string, string | number>;

/** The data of an answered failure; undefined where the server was not reached or the fault is our own. */
export function errorDataOf(error: unknown): ErrorData | undefined {
  const data: unknown = error instanceof TRPCClientError ? error.data : undefined;
  return isErrorData(data) ? data : undefined;
}

/** The only place that turns a failure into a sentence. */
export function errorMessage(error: unknown): string {
  const data = errorDataOf(error);
  if (data) return reasonSentence(data.reason, data.params);
  if (!(error instanceof TRPCClientError)) return i18n.t('errors:browser');
  return i18n.t(navigator.onLine ? 'errors:unreachable' : 'errors:offline');
}

/** What `ErrorState` and `FormErrors` show. */
export function failureOf(error: unknown): Failure {
  const data = errorDataOf(error);
  return { message: errorMessage(error), code: data?.reason, requestId: data?.requestId, retryAfter: data?.retryAfter };
}

/** The sentence for a code, also for codes that arrive in good answers, such as `keys.explain`. */
export function reasonSentence(reason: string, params: Params = {}): string {
  return i18n.t(known('reason', reason) ?? 'errors:reason.INTERNAL', readable(params));
}

/** The sentence beside a field. */
export function fieldSentence({ reason, params }: Pick<FieldError, 'reason' | 'params'>): string {
  return i18n.t(known('field', reason) ?? 'errors:field.INVALID', readable(params ?? {}));
}

/** Sentences by path, as a form names its fields: an update's `patch.name` is the form's `name`. */
export function fieldSentences(error: unknown): Record<string, string> {
  const found = Object.entries(errorDataOf(error)?.fieldErrors ?? {});
  return Object.fromEntries(found.map(([path, field]) => [path.replace(/^patch\./, ''), fieldSentence(field)]));
}

/** A code that a newer server made up has no sentence here yet. */
function known<Part extends 'reason' | 'field'>(part: Part, code: string) {
  const key = `errors:${part}.${code}`;
  return i18n.exists(key) ? (key as `errors:${Part}.${Part extends 'reason' ? 'INTERNAL' : 'INVALID'}`) : undefined; // any code has that type
}

function isErrorData(data: unknown): data is ErrorData {
  return typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string';
}

const isoInstant = /^\d{4}-\d{2}-\d{2}T/;

function readable(params: Params): Params {
  const entries = Object.entries(params).map(([name, value]) => {
    const isInstant = typeof value === 'string' && isoInstant.test(value);
    return [name, isInstant ? currentFmt().date(value) : value] as const;
  });
  return Object.fromEntries(entries);
}
