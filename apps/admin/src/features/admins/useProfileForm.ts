import { adminPatch, type AdminOutput } from '@ai-providers/contracts';
import { useState } from 'react';
import { changedFields } from '../../api/changed-fields.js';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { useUpdateAdmin } from './useAdminMutations.js';

export type Profile = Pick<AdminOutput, 'publicId' | 'name' | 'email' | 'updatedAt'>;
type Values = { name: string; email: string };

const valuesOf = ({ name, email }: Profile): Values => ({ name, email });

/** What is being typed about one account, and the record that it started from. */
export function useProfileForm(admin: Profile) {
  const [base, setBase] = useState(admin);
  const [outcome, setOutcome] = useState<FormFailure | 'conflict' | 'saved' | null>(null);
  const update = useUpdateAdmin();
  // Only what differs is checked: an invited account may have no name yet.
  const changes = (values: Values) => changedFields(valuesOf(base), values);
  const form = useContractForm<Values>({ schema: adminPatch, initialValues: valuesOf(admin), toInput: changes });
  /** Somebody changed who the account belongs to since the form was filled. */
  const isOutdated = admin.updatedAt > base.updatedAt && Object.keys(changes(valuesOf(admin))).length > 0;
  const adopt = (record: Profile) => {
    setBase(record);
    form.setValues(valuesOf(record));
    form.clearErrors();
    setOutcome(null);
  };
  const save = async (values: Values) => {
    setOutcome(null);
    const { publicId } = base;
    // A change of the role alone is no reason to refuse a new name: it has been seen.
    const { updatedAt: expectedUpdatedAt } = isOutdated || base.updatedAt > admin.updatedAt ? base : admin;
    try {
      adopt(await update.mutateAsync({ publicId, expectedUpdatedAt, patch: changes(values) }));
      setOutcome('saved');
    } catch (error) {
      const isConflict = errorDataOf(error)?.reason === 'EDIT_CONFLICT';
      setOutcome(isConflict ? 'conflict' : showFailure(form, error));
    }
  };
  return {
    form,
    isDirty: Object.keys(changes(form.values)).length > 0,
    isOutdated,
    isBusy: update.isPending,
    isSaved: outcome === 'saved',
    hasConflict: outcome === 'conflict',
    failure: typeof outcome === 'string' ? null : outcome,
    submit: form.onSubmit(save, focusFirst(form)),
    adopt,
    discard: () => adopt(base),
    keepTyped: () => setOutcome(null),
  };
}
