import { limits } from '@ai-providers/contracts/names';
import { useState, type SyntheticEvent } from 'react';
import { fieldSentence } from '../../api/error-message.js';
import { showFailure, type FormFailure } from '../../api/form-failure.js';
import { useSetup } from './useSetup.js';

type Values = Record<'token' | 'name' | 'email' | 'password', string>;
type Errors = Record<string, string>;

/** What was typed, and what is wrong with it. The server judges; empty and short fields are told before. */
export function useOwnerForm(token: string, onDone: () => void) {
  const setup = useSetup();
  const [values, setValues] = useState<Values>({ token, name: '', email: '', password: '' });
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<FormFailure | null>(null);

  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const found = problemsOf(values);
    setFailure(null);
    setErrors(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return form.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    try {
      await setup.mutateAsync(values);
      onDone();
    } catch (error) {
      setFailure(showFailure({ getValues: () => values, setErrors }, error));
    }
  };
  return {
    values,
    set: (field: keyof Values, value: string) => {
      setValues((before) => ({ ...before, [field]: value }));
      setErrors((before) => ({ ...before, [field]: '' }));
    },
    errors,
    failure,
    // A token that was refused has to be typed: the link is old.
    asksToken: token === '' || failure?.code === 'SETUP_TOKEN_WRONG',
    isBusy: setup.isPending,
    submit: (event: SyntheticEvent<HTMLFormElement>) => void submit(event),
  };
}

function problemsOf(values: Values): Errors {
  const problems = Object.entries(values).flatMap(([field, value]) => {
    if (value.trim() === '') return [[field, fieldSentence({ reason: 'REQUIRED' })] as const];
    if (field !== 'password' || value.length >= limits.passwordMin) return [];
    return [[field, fieldSentence({ reason: 'TOO_SHORT', params: { min: limits.passwordMin } })] as const];
  });
  return Object.fromEntries(problems);
}
