import type { ModelOutput } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import { changesTo, patchSchema, shownAt, toPatch, valuesOf, type ModelForm } from './model-values.js';
import { useUpdateModel } from './useModelMutations.js';
import { useSaveFailure } from './useSaveFailure.js';

/** What is being typed about one model, the record that it started from, and how it is saved. */
export function useModelEdit(model: ModelOutput, onSaved: (saved: ModelOutput) => void) {
  const [base, setBase] = useState(model);
  const [hasConflict, setConflict] = useState(false);
  const form = useContractForm({ schema: patchSchema, initialValues: valuesOf(model), toInput: toPatch, shownAt });
  const { failure, rival, forget, show } = useSaveFailure(form);
  const update = useUpdateModel();

  /** Fills the form from a record. What was typed is gone. */
  const startAgain = (record: ModelOutput) => {
    setBase(record);
    forget();
    setConflict(false);
    fill(form, record);
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
    /** Somebody saved since the form was filled. */
    isOutdated: model.updatedAt > base.updatedAt,
    submit: (event: SyntheticEvent<HTMLFormElement>) => form.onSubmit(() => void save(), focusFirst(form))(event),
    keepTyped: () => setConflict(false),
  };
}

function fill(form: ModelForm, record: ModelOutput): void {
  form.setValues(valuesOf(record));
  form.clearErrors();
}
