import { limits, setupInput } from '@ai-providers/contracts';
import { Alert, Button, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../api/form.js';
import { showFailure, type FormFailure } from '../../api/form-failure.js';
import { FormErrors } from '../../components/FormErrors.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useSetup } from './useSetup.js';

interface Props {
  /** From the set-up link; '' asks for it. */
  token: string;
  onDone: () => void;
}

export function SetupForm({ token, onDone }: Props) {
  const { t } = useTranslation('auth');
  const setup = useSetup();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useContractForm({ schema: setupInput, initialValues: { token, name: '', email: '', password: '' } });
  // A token that was refused has to be typed: the link is old.
  const asksToken = token === '' || failure?.code === 'SETUP_TOKEN_WRONG';

  const submit = form.onSubmit(async (values) => {
    setFailure(null);
    try {
      await setup.mutateAsync(values);
      onDone();
    } catch (error) {
      setFailure(showFailure(form, error));
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors title={t('setup.failed')} failure={failure} />
        {asksToken ? <TokenField form={form} /> : <TokenFromLink />}
        <AccountFields form={form} startsHere={token !== ''} />
        <Button type="submit" loading={setup.isPending} fullWidth>
          {t('setup.submit')}
        </Button>
      </Stack>
    </form>
  );
}

type SetupFormState = UseFormReturnType<{ token: string; name: string; email: string; password: string }>;

function TokenField({ form }: { form: SetupFormState }) {
  const { t } = useTranslation('auth');
  return (
    <PasswordField
      label={t('setup.token')}
      description={t('setup.tokenHint')}
      autoComplete="off"
      {...form.getInputProps('token')}
    />
  );
}

function TokenFromLink() {
  const { t } = useTranslation('auth');
  return (
    <Alert color="green" icon={<IconCheck aria-hidden />}>
      {t('setup.tokenFromLink')}
    </Alert>
  );
}

function AccountFields({ form, startsHere }: { form: SetupFormState; startsHere: boolean }) {
  const { t } = useTranslation('auth');
  return (
    <>
      <TextInput label={t('setup.name')} autoComplete="name" autoFocus={startsHere} {...form.getInputProps('name')} />
      <TextInput
        label={t('setup.email')}
        type="email"
        autoComplete="username"
        attributes={{ input: { dir: 'ltr' } }}
        {...form.getInputProps('email')}
      />
      <PasswordField
        label={t('setup.password')}
        description={t('setup.passwordHint', { min: limits.passwordMin })}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </>
  );
}
