import { Button, Stack, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldSentence } from '../../api/error-message.js';
import { showFailure, type FormFailure } from '../../api/form-failure.js';
import { CheckField } from '../../components/CheckField.js';
import { FormErrors } from '../../components/FormErrors.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useSignIn } from './useSignIn.js';

interface Props {
  /** Whose session has ended, where that is known. */
  email?: string;
  onSignedIn: () => void;
}

type Errors = Record<string, string>;

/** Email and password, on the login page and in the dialog over an ended session. */
export function LoginForm({ email, onSignedIn }: Props) {
  const { t } = useTranslation('auth');
  const { submit, isBusy, failure, errors } = useLogin(onSignedIn);
  const ref = useFocusFirstEmpty();
  return (
    <form ref={ref} onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <FormErrors title={t('login.failed')} failure={failure} />
        <TextInput
          name="email"
          label={t('login.email')}
          type="email"
          autoComplete="username"
          attributes={{ input: { dir: 'ltr' } }}
          defaultValue={email}
          data-autofocus={email === undefined || undefined}
          error={errors.email}
        />
        <PasswordField
          name="password"
          label={t('login.password')}
          autoComplete="current-password"
          data-autofocus={email !== undefined || undefined}
          error={errors.password}
        />
        <CheckField name="remember" label={t('login.remember')} description={t('login.rememberHint')} />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('login.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** The browser may have filled fields in already; in a dialog the focus comes to where `data-autofocus` stands. */
function useFocusFirstEmpty() {
  const ref = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const fields = Array.from(ref.current?.querySelectorAll<HTMLInputElement>('[name=email], [name=password]') ?? []);
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
  }, []);
  return ref;
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
    const remember = textIn(form, 'remember') !== '';
    const [empty] = Object.entries(typed).flatMap(([field, text]) => (text.trim() === '' ? [field] : []));
    setFailure(null);
    setErrors(empty === undefined ? {} : { [empty]: fieldSentence({ reason: 'REQUIRED' }) });
    if (empty !== undefined) return form.querySelector<HTMLElement>(`[name=${empty}]`)?.focus();
    try {
      await signIn.mutateAsync({ ...typed, remember });
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
