import { profileUpdateInput, type UserOutput } from '@ai-providers/contracts';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedFields } from '../../api/changed-fields.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { FieldGroup, Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { PasswordField } from '../../components/PasswordField.js';
import { SaveBar } from '../../components/SaveBar.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { useUpdateProfile } from './useProfile.js';

interface Values extends Record<string, unknown> {
  name: string;
  email: string;
  currentPassword: string;
}

/** Name and email. A new email needs the password, since it is what one signs in with. */
export function ProfileForm({ user }: { user: UserOutput }) {
  const { t } = useTranslation('settings');
  const { form, movesEmail, isDirty, submit, discard, failure, update } = useProfileForm(user);
  return (
    <Form onSubmit={submit}>
      <UnsavedGuard dirty={isDirty} />
      <FormErrors failure={failure} />
      <FieldGroup legend={t('profile.who')}>
        <TextInput label={t('profile.name')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label={t('profile.email')}
          description={t('profile.emailHint')}
          type="email"
          autoComplete="username"
          attributes={{ input: { dir: 'ltr' } }}
          {...form.getInputProps('email')}
        />
        {movesEmail && (
          <PasswordField
            label={t('profile.currentPassword')}
            description={t('profile.currentPasswordHint')}
            autoComplete="current-password"
            {...form.getInputProps('currentPassword')}
          />
        )}
      </FieldGroup>
      <SaveBar dirty={isDirty} saved={update.isSuccess} busy={update.isPending} onDiscard={discard} />
    </Form>
  );
}

function useProfileForm(user: UserOutput) {
  const [base, setBase] = useState({ name: user.name, email: user.email });
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const update = useUpdateProfile();
  const form = useContractForm<Values>({
    schema: profileUpdateInput,
    initialValues: { ...base, currentPassword: '' },
    toInput: (values) => inputOf(base, values),
  });
  const { name, email } = form.getValues();
  const isDirty = name !== base.name || email !== base.email;
  const start = (from: typeof base) => {
    setBase(from);
    form.setValues({ ...from, currentPassword: '' });
    form.clearErrors();
    setFailure(null);
  };
  const submit = form.onSubmit(async (values) => {
    setFailure(null);
    try {
      const saved = await update.mutateAsync(inputOf(base, values));
      start({ name: saved.name, email: saved.email });
    } catch (error) {
      setFailure(showFailure(form, error));
    }
  }, focusFirst(form));
  return { form, movesEmail: email !== base.email, isDirty, submit, discard: () => start(base), failure, update };
}

/** What has changed, and the password only where it is needed. */
function inputOf(base: { name: string; email: string }, { name, email, currentPassword }: Values) {
  return { ...changedFields(base, { name, email }), ...(email !== base.email && { currentPassword }) };
}
