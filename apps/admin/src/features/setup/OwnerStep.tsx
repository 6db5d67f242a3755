import { Button, Stack, Text, TextInput } from '@mantine/core';
import { limits } from '@ai-providers/contracts/names';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../components/FormErrors.js';
import { NewPasswordField } from '../../components/NewPasswordField.js';
import { TokenField } from './TokenField.js';
import { useOwnerForm } from './useOwnerForm.js';

interface Props {
  token: string;
  onDone: () => void;
}

/** Makes the first account. Its words are plain state: the form library and the validator would double this page. */
export function OwnerStep({ token, onDone }: Props) {
  const { t } = useTranslation('setup');
  const { values, set, errors, failure, asksToken, isBusy, submit } = useOwnerForm(token, onDone);
  const text = (field: 'name' | 'email') => ({
    name: field,
    value: values[field],
    error: errors[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => set(field, event.currentTarget.value),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors title={t('owner.failed')} failure={failure} />
        <Text size="sm" c="dimmed">
          {t('owner.text')}
        </Text>
        {asksToken && (
          <TokenField value={values.token} onChange={(value) => set('token', value)} error={errors.token} />
        )}
        <TextInput label={t('owner.name')} autoComplete="name" autoFocus={!asksToken} {...text('name')} />
        <TextInput
          label={t('owner.email')}
          type="email"
          autoComplete="username"
          attributes={{ input: { dir: 'ltr' } }}
          {...text('email')}
        />
        <Password values={values} error={errors.password} onChange={(value) => set('password', value)} />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('owner.submit')}
        </Button>
      </Stack>
    </form>
  );
}

interface PasswordProps {
  values: Record<'name' | 'email' | 'password', string>;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Password({ values, error, onChange }: PasswordProps) {
  const { t } = useTranslation('setup');
  return (
    <NewPasswordField
      name="password"
      label={t('owner.password')}
      description={t('owner.passwordHint', { min: limits.passwordMin })}
      min={limits.passwordMin}
      own={[values.name, values.email]}
      value={values.password}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
