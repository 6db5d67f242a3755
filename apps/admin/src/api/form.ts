import { fieldErrorsOf } from '@ai-providers/contracts';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { z } from 'zod';
import type { Failure } from '../components/ErrorState.js';
import { failureOf, fieldSentence, fieldSentences } from './error-message.js';

export interface FormFailure extends Failure {
  /** Sentences for fields that the form does not show. */
  details: string[];
}

interface ContractForm<Values> {
  /** The procedure's own input schema, or its `patch`. */
  schema: z.ZodType;
  initialValues: Values;
  /** The values as the schema takes them, where the form holds them otherwise (numbers as text). */
  toInput?: (values: Values) => unknown;
}

/** A form that is checked by the contract on blur and on submit, with sentences in the user's language. */
export function useContractForm<Values extends Record<string, unknown>>(options: ContractForm<Values>) {
  return useForm<Values>({
    initialValues: options.initialValues,
    validateInputOnBlur: true,
    validate: validateWith(options.schema, options.toInput),
  });
}

/** Form errors by path, from a contract's schema. */
export function validateWith<Values>(schema: z.ZodType, toInput: (values: Values) => unknown = (values) => values) {
  return (values: Values): Record<string, string> => {
    const result = schema.safeParse(toInput(values));
    if (result.success) return {};
    const found = Object.entries(fieldErrorsOf(result.error));
    return Object.fromEntries(found.map(([path, field]) => [path, fieldSentence(field)]));
  };
}

/**
 * Puts a server's field errors beside the fields and returns what is left to say above the form. `beside` names
 * fields that the form shows but does not hold, such as a secret; their sentences are in `form.errors` too.
 */
export function showFailure<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  error: unknown,
  beside: readonly string[] = [],
): FormFailure {
  const shown = new Set([...Object.keys(form.getValues()), ...beside]);
  const sentences = Object.entries(fieldSentences(error));
  const isShown = ([path]: [string, string]) => shown.has(path.split('.')[0] ?? path);
  form.setErrors(Object.fromEntries(sentences.filter(isShown)));
  const details = sentences.filter((entry) => !isShown(entry)).map(([, sentence]) => sentence);
  return { ...failureOf(error), details };
}
