import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldSentence } from '../../api/error-message.js';
import { showFailure, type FormFailure } from '../../api/form-failure.js';
import { FormErrors } from '../../components/FormErrors.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useSignIn } from './useSignIn.js';

interface Props {
  onSignedIn: () => void;
}

type Errors = Record<string, string>;

/** Email and password, on the login page and in the dialog over an ended session. */
export function LoginForm({ onSignedIn }: Props) {
  const { t } = useTranslation('auth');
  const { submit, isBusy, failure, errors } = useLogin(onSignedIn);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <FormErrors title={t('login.failed')} failure={failure} />
        <TextInput
          name="email"
          label={t('login.email')}
          type="email"
          autoComplete="username"
          attributes={{ input: { dir: 'ltr' } }}
          data-autofocus
          autoFocus
          error={errors.email}
        />
        <PasswordField
          name="password"
          label={t('login.password')}
          autoComplete="current-password"
          error={errors.password}
        />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('login.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/**
 * By hand: the form library and the contract's validator would be a part of everybody's first page. The server judges
 * what was typed.
 */
function useLogin(onSignedIn: () => void) {
  const signIn = useSignIn();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [errors, setErrors] = useState<Errors>({});

  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = { email: textIn(form, 'email'), password: textIn(form, 'password') };
    const [empty] = Object.entries(typed).flatMap(([field, text]) => (text.trim() === '' ? [field] : []));
    setFailure(null);
    setErrors(empty === undefined ? {} : { [empty]: fieldSentence({ reason: 'REQUIRED' }) });
    if (empty !== undefined) return form.querySelector<HTMLElement>(`[name=${empty}]`)?.focus();
    try {
      await signIn.mutateAsync(typed);
      onSignedIn();
    } catch (error) {
      setFailure(showFailure({ getValues: () => typed, setErrors }, error));
    }
  };
  return { submit, isBusy: signIn.isPending, failure, errors };
}

function textIn(form: HTMLFormElement, field: string): string {
  const text = new FormData(form).get(field);
  return typeof text === 'string' ? text : '';
}
