import type { ModelOutput } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { changesTo, patchSchema, toPatch, valuesOf } from './model-values.js';
import { useUpdateModel } from './useModelMutations.js';

/** What is being typed about one model, the record that it started from, and how it is saved. */
export function useModelEdit(model: ModelOutput, onSaved: (saved: ModelOutput) => void) {
  const [base, setBase] = useState(model);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [hasConflict, setConflict] = useState(false);
  const form = useContractForm({ schema: patchSchema, initialValues: valuesOf(model), toInput: toPatch });
  const update = useUpdateModel();

  /** Fills the form from a record. What was typed is gone. */
  const startAgain = (record: ModelOutput) => {
    setBase(record);
    setFailure(null);
    setConflict(false);
    form.setValues(valuesOf(record));
    form.clearErrors();
  };
  const save = async () => {
    const patch = changesTo(base, form.getValues());
    if (Object.keys(patch).length === 0) return;
    setFailure(null);
    try {
      const { publicId, updatedAt: expectedUpdatedAt } = base;
      const saved = await update.mutateAsync({ publicId, patch, expectedUpdatedAt });
      startAgain(saved);
      onSaved(saved);
    } catch (error) {
      if (errorDataOf(error)?.reason === 'EDIT_CONFLICT') setConflict(true);
      else setFailure(showFailure(form, error));
    }
  };
  return {
    form,
    base,
    failure,
    hasConflict,
    startAgain,
    isBusy: update.isPending,
    isDirty: Object.keys(changesTo(base, form.values)).length > 0,
    /** Somebody saved since the form was filled. */
    isOutdated: model.updatedAt > base.updatedAt,
    submit: (event: SyntheticEvent<HTMLFormElement>) => form.onSubmit(() => void save(), focusFirst(form))(event),
    keepTyped: () => setConflict(false),
  };
}
