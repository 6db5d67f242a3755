import { adminCreateInput, type AdminInvite } from '@ai-providers/contracts';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { numberOrNone, type NumberText } from '../../components/number-or-none.js';
import { useInviteAdmin } from './useAdminMutations.js';

/** A type and not an interface: forms are records, and an interface has no index signature. */
export type InviteValues = {
  email: string;
  name: string;
  role: 'super' | 'normal';
  /** Left empty, the default holds. */
  monthlyLimit: NumberText;
};
export type InviteFormState = UseFormReturnType<InviteValues>;

const blank: InviteValues = { email: '', name: '', role: 'normal', monthlyLimit: '' };

export function useInviteForm(onInvited: (invite: AdminInvite, email: string) => void) {
  const invite = useInviteAdmin();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useContractForm<InviteValues>({
    schema: adminCreateInput,
    initialValues: blank,
    toInput: inviteInput,
  });
  const send = async (values: InviteValues) => {
    setFailure(null);
    try {
      const made = await invite.mutateAsync(adminCreateInput.parse(inviteInput(values)));
      if (made.invite) onInvited(made.invite, made.email);
    } catch (error) {
      setFailure(showFailure(form, error));
    } finally {
      invite.reset(); // forgets the link that it was answered
    }
  };
  return { form, failure, isBusy: invite.isPending, submit: form.onSubmit(send, focusFirst(form)) };
}

/** Without a password: the account is invited. A name of blanks is none. */
export function inviteInput({ email, name, role, monthlyLimit }: InviteValues) {
  const limit = numberOrNone(monthlyLimit);
  return {
    email,
    ...(name.trim() !== '' && { name }),
    ...(role === 'super' && { isSuperuser: true }),
    ...(limit !== undefined && { monthlyLimit: limit }),
  };
}
