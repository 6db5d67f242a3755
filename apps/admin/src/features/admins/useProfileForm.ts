import { adminPatch, type AdminOutput } from '@ai-providers/contracts';
import { useState } from 'react';
import { changedFields } from '../../api/changed-fields.js';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import type { Side } from '../../components/three-way.js';
import { useRecordForm } from '../../components/useRecordForm.js';
import { useUpdateAdmin } from './useAdminMutations.js';

type Profile = Pick<AdminOutput, 'publicId' | 'name' | 'email' | 'updatedAt'>;
type Values = { name: string; email: string };
export type ProfileEdit = ReturnType<typeof useProfileForm>;

export const valuesOf = ({ name, email }: Profile): Values => ({ name, email });

/** What is being typed about one account, and the record that it started from. */
export function useProfileForm(admin: Profile) {
  const [outcome, setOutcome] = useState<FormFailure | 'conflict' | 'saved' | null>(null);
  const update = useUpdateAdmin();
  // Only what differs is checked: an invited account may have no name yet.
  const changes = (values: Values): Partial<Values> => changedFields(valuesOf(base), values);
  const form = useContractForm<Values>({ schema: adminPatch, initialValues: valuesOf(admin), toInput: changes });
  const { base, isOutdated, choose, adopt } = useRecordForm<Profile, Values>({ stored: admin, form, valuesOf });
  const startAgain = (record: Profile) => {
    adopt(record);
    setOutcome(null);
  };
  const send = async ({ publicId, updatedAt: expectedUpdatedAt }: Profile, patch: Partial<Values>) => {
    setOutcome(null);
    try {
      startAgain(await update.mutateAsync({ publicId, expectedUpdatedAt, patch }));
      setOutcome('saved');
    } catch (error) {
      const isConflict = errorDataOf(error)?.reason === 'EDIT_CONFLICT';
      setOutcome(isConflict ? 'conflict' : showFailure(form, error));
    }
  };
  return {
    form,
    base,
    isDirty: Object.keys(changes(form.values)).length > 0,
    isOutdated,
    isBusy: update.isPending,
    isSaved: outcome === 'saved',
    hasConflict: outcome === 'conflict',
    failure: typeof outcome === 'string' ? null : outcome,
    submit: form.onSubmit((values) => send(base, changes(values)), focusFirst(form)),
    discard: () => startAgain(base),
    compare: () => setOutcome('conflict'),
    keepTyped: () => setOutcome(null),
    /** Saves what was chosen of two versions, unless it is what is stored already. */
    saveMerged: async (latest: Profile, sides: Record<string, Side>) => {
      const patch = changedFields(valuesOf(latest), choose(latest, sides));
      if (Object.keys(patch).length > 0) await send(latest, patch);
      else startAgain(latest);
    },
  };
}
