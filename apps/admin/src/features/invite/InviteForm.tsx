import { inviteAcceptInput, limits } from '@ai-providers/contracts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorDataOf, errorMessage } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { FormErrors } from '../../components/FormErrors.js';
import { PasswordField } from '../../components/PasswordField.js';
import { useAcceptInvite } from './useAcceptInvite.js';

interface Props {
  /** From the link. */
  token: string;
  onDone: () => void;
  /** The link is worth nothing any more, in words. */
  onSpent: (sentence: string) => void;
}

const spent = ['INVITE_INVALID', 'INVITE_EXPIRED'];

/** The first password of an invited account, and its name. */
export function InviteForm(props: Props) {
  const { t } = useTranslation('auth');
  const { form, failure, isBusy, submit } = useInviteForm(props);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors title={t('invite.failed')} failure={failure} />
        <TextInput
          label={t('invite.name')}
          description={t('invite.nameHint')}
          autoComplete="name"
          autoFocus
          {...form.getInputProps('name')}
        />
        <PasswordField
          label={t('invite.password')}
          description={t('invite.passwordHint', { min: limits.passwordMin })}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('invite.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function useInviteForm({ token, onDone, onSpent }: Props) {
  const accept = useAcceptInvite();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useContractForm({
    schema: inviteAcceptInput,
    initialValues: { name: '', password: '' },
    toInput: (values) => inputOf(token, values),
  });
  const submit = form.onSubmit(async (values) => {
    setFailure(null);
    try {
      await accept.mutateAsync(inputOf(token, values));
      onDone();
    } catch (error) {
      if (spent.includes(errorDataOf(error)?.reason ?? '')) onSpent(errorMessage(error));
      else setFailure(showFailure(form, error));
    }
  }, focusFirst(form));
  return { form, failure, isBusy: accept.isPending, submit };
}

/** A name of blanks is none. */
function inputOf(token: string, { name, password }: { name: string; password: string }) {
  return { token, password, ...(name.trim() !== '' && { name }) };
}
