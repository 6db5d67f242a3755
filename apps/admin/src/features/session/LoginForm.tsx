import { loginInput } from '@ai-providers/contracts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showFailure, useContractForm, type FormFailure } from '../../api/form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useSignIn } from './useSignIn.js';

interface Props {
  onSignedIn: () => void;
}

/** Email and password, on the login page and in the dialog over an ended session. */
export function LoginForm({ onSignedIn }: Props) {
  const { t } = useTranslation('auth');
  const signIn = useSignIn();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useContractForm({ schema: loginInput, initialValues: { email: '', password: '' } });

  const submit = form.onSubmit(async (values) => {
    setFailure(null);
    try {
      await signIn.mutateAsync(values);
      onSignedIn();
    } catch (error) {
      setFailure(showFailure(form, error));
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors title={t('login.failed')} failure={failure} />
        <TextInput
          label={t('login.email')}
          type="email"
          autoComplete="username"
          attributes={{ input: { dir: 'ltr' } }}
          data-autofocus
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('login.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('login.submit')}
        </Button>
      </Stack>
    </form>
  );
}
