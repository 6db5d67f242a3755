import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@ai-providers/server';

/** What each procedure takes, such as `RouterInputs['models']['byCapability']`. */
export type RouterInputs = inferRouterInputs<AppRouter>;

/** What each procedure answers, such as `RouterOutputs['providers']['active']`. */
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** What a model can do. */
export type Capability = RouterInputs['models']['byCapability']['capability'];

/** What the server says of a refusal, for programs to decide by. */
export type ErrorData = AppRouter['_def']['_config']['$types']['errorShape']['data'];

/** The stable code of a refusal, such as `MONTHLY_LIMIT_REACHED`. */
export type ErrorReason = ErrorData['reason'];

/** What is wrong with one field of an input. */
export type FieldError = NonNullable<ErrorData['fieldErrors']>[string];
