// The surface by name; its larger parts by their subject.
export * from './surface-registry.js';
export * from './surface-people.js';
export * from './surface-records.js';
export { limits } from './limits.js';
export { isStorable } from './text.js';
export { optionalUrl, originOf } from './url.js';
export { jsonObject, type Json, type JsonObject } from './json-config.js';
export { secretInput, secretState, type SecretState } from './secret.js';
export { slugPattern, slug, slugOf } from './slug.js';
export { publicId } from './paging.js';
export {
  errorReasons,
  errorReason,
  fieldReasons,
  fieldReason,
  type ErrorReason,
  type FieldReason,
  type FieldError,
  type FieldErrors,
  type ErrorData,
} from './errors.js';
export { fieldErrorsOf } from './field-errors.js';
export { bulkInput, bulkOutput, type BulkResult, type BulkTarget } from './bulk.js';
