import { profileUpdateInput, type UserOutput } from '@ai-providers/contracts';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedFields } from '../../api/changed-fields.js';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { useMe } from '../../api/me.js';
import { reloading } from '../../api/reloading.js';
import { ConflictDialog } from '../../components/ConflictDialog.js';
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
  const { form, movesEmail, isDirty, submit, discard, failure, update, conflict } = useProfileForm(user);
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
      {conflict && <Conflict {...conflict} />}
    </Form>
  );
}

interface ConflictProps {
  onLatest: (latest: Base) => void;
  onStay: () => void;
}

function Conflict({ onLatest, onStay }: ConflictProps) {
  const { t } = useTranslation('settings');
  const query = reloading(useMe(), ({ user }) => onLatest(user));
  return <ConflictDialog title={t('profile.conflict')} onStay={onStay} {...query} />;
}

type Base = Pick<UserOutput, 'name' | 'email' | 'updatedAt'>;

function useProfileForm(user: UserOutput) {
  const [base, setBase] = useState<Base>(user);
  const [hasConflict, setConflict] = useState(false);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const update = useUpdateProfile();
  const form = useContractForm<Values>({
    schema: profileUpdateInput,
    initialValues: { name: user.name, email: user.email, currentPassword: '' },
    toInput: (values) => inputOf(base, values),
  });
  const { name, email } = form.getValues();
  const isDirty = name !== base.name || email !== base.email;
  const start = (from: Base) => {
    setBase(from);
    form.setValues({ name: from.name, email: from.email, currentPassword: '' });
    form.clearErrors();
    setFailure(null);
    setConflict(false);
  };
  // A change of the password or of the role alone is no reason to refuse a new name: it has been seen.
  const isSeen = user.name === base.name && user.email === base.email && user.updatedAt > base.updatedAt;
  const seenAt = isSeen ? user.updatedAt : base.updatedAt;
  const submit = form.onSubmit(async (values) => {
    setFailure(null);
    try {
      start(await update.mutateAsync({ ...inputOf(base, values), expectedUpdatedAt: seenAt }));
    } catch (error) {
      if (errorDataOf(error)?.reason === 'EDIT_CONFLICT') setConflict(true);
      else setFailure(showFailure(form, error));
    }
  }, focusFirst(form));
  const conflict = hasConflict ? { onLatest: start, onStay: () => setConflict(false) } : null;
  const movesEmail = email !== base.email;
  return { form, movesEmail, isDirty, submit, discard: () => start(base), failure, update, conflict };
}

/** What has changed, and the password only where it is needed. */
function inputOf(base: Base, { name, email, currentPassword }: Values) {
  return {
    ...changedFields({ name: base.name, email: base.email }, { name, email }),
    ...(email !== base.email && { currentPassword }),
  };
}
