import type { ModelOutput } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import { useRecordForm } from '../../components/useRecordForm.js';
import { changesTo, patchSchema, shownAt, toPatch, valuesOf } from './model-values.js';
import { useUpdateModel } from './useModelMutations.js';
import { useSaveFailure } from './useSaveFailure.js';

/** What is being typed about one model, the record that it started from, and how it is saved. */
export function useModelEdit(model: ModelOutput, onSaved: (saved: ModelOutput) => void) {
  const [hasConflict, setConflict] = useState(false);
  const form = useContractForm({ schema: patchSchema, initialValues: valuesOf(model), toInput: toPatch, shownAt });
  const { failure, rival, forget, show } = useSaveFailure(form);
  const update = useUpdateModel();
  const { base, isOutdated, adopt } = useRecordForm({ stored: model, form, valuesOf });

  /** Fills the form from a record. What was typed is gone. */
  const startAgain = (record: ModelOutput) => {
    forget();
    setConflict(false);
    adopt(record);
  };
  const save = async () => {
    const patch = changesTo(base, form.getValues());
    if (Object.keys(patch).length === 0) return;
    forget();
    try {
      const { publicId, updatedAt: expectedUpdatedAt } = base;
      const saved = await update.mutateAsync({ publicId, patch, expectedUpdatedAt });
      startAgain(saved);
      onSaved(saved);
    } catch (error) {
      if (errorDataOf(error)?.reason === 'EDIT_CONFLICT') setConflict(true);
      else show(error, base.provider.slug);
    }
  };
  return {
    form,
    base,
    failure,
    rival,
    hasConflict,
    startAgain,
    isBusy: update.isPending,
    isDirty: Object.keys(changesTo(base, form.values)).length > 0,
    isOutdated,
    submit: (event: SyntheticEvent<HTMLFormElement>) => form.onSubmit(() => void save(), focusFirst(form))(event),
    keepTyped: () => setConflict(false),
  };
}
