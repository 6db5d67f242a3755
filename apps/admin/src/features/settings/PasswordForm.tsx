import { changePasswordInput, limits } from '@ai-providers/contracts';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { FieldGroup, Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { NewPasswordField } from '../../components/NewPasswordField.js';
import { PasswordField } from '../../components/PasswordField.js';
import { toast } from '../../components/toast.js';
import { useChangePassword } from './useProfile.js';

export function PasswordForm() {
  const { t } = useTranslation('settings');
  const { form, submit, failure, isBusy } = usePasswordForm();
  return (
    <Form onSubmit={submit}>
      <FormErrors title={t('password.failed')} failure={failure} />
      <FieldGroup legend={t('password.title')}>
        <PasswordField
          label={t('password.current')}
          autoComplete="current-password"
          {...form.getInputProps('currentPassword')}
        />
        <NewPasswordField
          label={t('password.new')}
          description={t('password.newHint', { min: limits.passwordMin })}
          min={limits.passwordMin}
          {...form.getInputProps('newPassword')}
          value={form.values.newPassword}
        />
        <Group>
          <Button type="submit" variant="default" loading={isBusy}>
            {t('password.submit')}
          </Button>
        </Group>
      </FieldGroup>
    </Form>
  );
}

function usePasswordForm() {
  const { t } = useTranslation('settings');
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const change = useChangePassword();
  const form = useContractForm({
    schema: changePasswordInput,
    initialValues: { currentPassword: '', newPassword: '' },
  });
  const submit = form.onSubmit(async (values) => {
    setFailure(null);
    try {
      await change.mutateAsync(values);
      form.reset();
      toast.success(t('password.changed'));
    } catch (error) {
      setFailure(showFailure(form, error));
    } finally {
      change.reset(); // forgets the passwords that were sent
    }
  }, focusFirst(form));
  return { form, submit, failure, isBusy: change.isPending };
}
