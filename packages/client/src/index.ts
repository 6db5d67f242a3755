export { createClient, type Client, type ClientOptions } from './create-client.js';
export { isApiError, type ApiError } from './api-error.js';
export type { Capability, ErrorData, ErrorReason, FieldError, RouterInputs, RouterOutputs } from './types.js';
export type { AppRouter } from '@ai-providers/server';
