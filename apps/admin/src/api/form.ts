import { fieldErrorsOf } from '@ai-providers/contracts';
import { useForm, type FormErrors, type UseFormInput } from '@mantine/form';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { fieldSentence } from './error-message.js';

interface ContractForm<Values> {
  /** The procedure's own input schema, or its `patch`. */
  schema: z.ZodType;
  initialValues: Values;
  /** The values as the schema takes them, where the form holds them otherwise (numbers as text). */
  toInput?: (values: Values) => unknown;
  /** Where the form shows a field that the schema knows by another path. */
  shownAt?: (path: string) => string;
}

/**
 * A form that is checked by the contract on blur and on submit, and a field that was wrong once with every key, with
 * sentences in the user's language. What the server refused stands until the value is another one, or is sent again. It
 * brings the contract's validator along; what a form does with a server's answer is in form-failure.ts, which does not.
 */
export function useContractForm<Values extends Record<string, unknown>>(options: ContractForm<Values>) {
  const [onceWrong, setOnceWrong] = useState<readonly string[]>([]);
  const refused = useRef<readonly Refusal[]>([]);
  const check = validateWith(options.schema, options.toInput, options.shownAt);
  const form = useForm<Values>({
    initialValues: options.initialValues,
    validateInputOnBlur: true,
    validateInputOnChange: onceWrong as UseFormInput<Values>['validateInputOnChange'], // paths of this form's errors
    validate: (values) => ({ ...standing(refused.current, values), ...check(values) }),
  });
  const found = Object.keys(form.errors).filter((path) => !onceWrong.includes(path));
  if (found.length > 0) setOnceWrong([...onceWrong, ...found]);
  return {
    ...form,
    /** For what a server says: a check of one's own would find nothing wrong with it. */
    setErrors: ((change) => {
      const errors = typeof change === 'function' ? change(form.errors) : change;
      const values: Record<string, unknown> = form.getValues();
      refused.current = Object.entries(errors).map(([path, sentence]) => ({ path, value: values[path], sentence }));
      form.setErrors(errors);
    }) as typeof form.setErrors, // takes what that takes
    onSubmit: ((...handlers) => {
      const submit = form.onSubmit(...handlers);
      return (event) => {
        refused.current = []; // it may be right by now
        submit(event);
      };
    }) as typeof form.onSubmit, // generic in the event alone
  };
}

interface Refusal {
  path: string;
  value: unknown;
  sentence: FormErrors[string];
}

function standing(refused: readonly Refusal[], values: Record<string, unknown>): FormErrors {
  return Object.fromEntries(
    refused.filter(({ path, value }) => values[path] === value).map(({ path, sentence }) => [path, sentence]),
  );
}

/** Form errors by path, from a contract's schema. */
export function validateWith<Values>(
  schema: z.ZodType,
  toInput: (values: Values) => unknown = (values) => values,
  shownAt = (path: string) => path,
) {
  return (values: Values): Record<string, string> => {
    const result = schema.safeParse(toInput(values));
    if (result.success) return {};
    const found = Object.entries(fieldErrorsOf(result.error));
    return Object.fromEntries(found.map(([path, field]) => [shownAt(path), fieldSentence(field)]));
  };
}
