import type { AdminStanding } from '@ai-providers/contracts';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldGroup, Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { OutdatedNotice } from '../../components/OutdatedNotice.js';
import { SaveBar } from '../../components/SaveBar.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { ProfileConflict } from './ProfileConflict.js';
import { useProfileForm } from './useProfileForm.js';

/** Name and email of an account, which nobody's save overwrites unseen. */
export function AdminProfileForm({ admin }: { admin: AdminStanding }) {
  const { t } = useTranslation('admins');
  const edit = useProfileForm(admin);
  const { form } = edit;
  return (
    <Form onSubmit={edit.submit}>
      <UnsavedGuard dirty={edit.isDirty} />
      {edit.isOutdated && <OutdatedNotice onCompare={edit.compare} />}
      <FormErrors failure={edit.failure} />
      <FieldGroup legend={t('profile.title')}>
        <TextInput label={t('column.name')} autoComplete="off" {...form.getInputProps('name')} />
        <TextInput
          label={t('column.email')}
          description={t('profile.emailHint')}
          type="email"
          autoComplete="off"
          attributes={{ input: { dir: 'ltr' } }}
          {...form.getInputProps('email')}
        />
      </FieldGroup>
      <SaveBar dirty={edit.isDirty} saved={edit.isSaved} busy={edit.isBusy} onDiscard={edit.discard} />
      {edit.hasConflict && <ProfileConflict edit={edit} />}
    </Form>
  );
}
