import type { AdminInvite } from '@ai-providers/contracts';
import { Alert, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { roles } from '@ai-providers/contracts/names';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { DialogButtons } from '../../components/DialogButtons.js';
import { FormErrors } from '../../components/FormErrors.js';
import { Ltr } from '../../components/Ltr.js';
import { NumberOrNone } from '../../components/NumberOrNone.js';
import { limitWords } from './limit-values.js';
import { useDefaultLimit } from './useAdmins.js';
import { useInviteForm, type InviteFormState } from './useInviteForm.js';

interface Props {
  onInvited: (invite: AdminInvite, email: string) => void;
  onClose: () => void;
}

export function InviteForm({ onInvited, onClose }: Props) {
  const { t } = useTranslation('admins');
  const { form, failure, isBusy, submit } = useInviteForm(onInvited);
  const [typed, setTyped] = useState('');
  const email = form.values.email.trim();
  const isConfirmed = form.values.role !== 'super' || typed.trim() === email;
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <FormErrors title={t('invite.failed')} failure={failure} />
        <TextInput
          data-autofocus
          required
          type="email"
          label={t('column.email')}
          autoComplete="off"
          attributes={{ input: { dir: 'ltr' } }}
          {...form.getInputProps('email')}
        />
        <TextInput
          label={t('column.name')}
          description={t('invite.nameHint')}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Role form={form} />
        {form.values.role === 'super' && email !== '' && <TypedEmail email={email} value={typed} onChange={setTyped} />}
        <Limit form={form} />
        <DialogButtons submitLabel={t('invite.submit')} busy={isBusy} disabled={!isConfirmed} onCancel={onClose} />
      </Stack>
    </form>
  );
}

function Role({ form }: { form: InviteFormState }) {
  const { t } = useTranslation('admins');
  return (
    <>
      <NativeSelect
        label={t('column.role')}
        data={[...roles].reverse().map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      {form.values.role === 'super' && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t('invite.superWarning')}
        </Alert>
      )}
    </>
  );
}

interface TypedEmailProps {
  email: string;
  value: string;
  onChange: (typed: string) => void;
}

/** To invite a super admin grants everything, as a change of role does: that is typed in both places. */
function TypedEmail({ email, value, onChange }: TypedEmailProps) {
  return (
    <TextInput
      label={<Trans i18nKey="confirm.type" values={{ word: email }} components={{ word: <Ltr mono>{email}</Ltr> }} />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      attributes={{ input: { dir: 'ltr' } }}
    />
  );
}

function Limit({ form }: { form: InviteFormState }) {
  const { t } = useTranslation('admins');
  const standard = useDefaultLimit().data?.defaultMonthlyLimit;
  return (
    <NumberOrNone
      label={t('limit.label')}
      description={standard === undefined ? t('limit.hint') : t('invite.default', { limit: limitWords(t, standard) })}
      noneLabel={t('limit.none')}
      {...form.getInputProps('monthlyLimit')}
    />
  );
}
