import type { ModelOutput, ModelPatch } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import type { Side } from '../../components/three-way.js';
import { useRecordForm } from '../../components/useRecordForm.js';
import { changesTo, patchSchema, shownAt, toPatch, valuesOf, type ModelForm } from './model-values.js';
import { useUpdateModel } from './useModelMutations.js';
import { useSaveFailure } from './useSaveFailure.js';

export type ModelEdit = ReturnType<typeof useModelEdit>;

/** What is being typed about one model, the record that it started from, and how it is saved. */
export function useModelEdit(model: ModelOutput, onSaved: (saved: ModelOutput) => void) {
  const form = useContractForm({ schema: patchSchema, initialValues: valuesOf(model), toInput: toPatch, shownAt });
  const { base, isOutdated, choose, adopt } = useRecordForm({ stored: model, form, valuesOf });
  const { send, startAgain, ...saving } = useSend(form, adopt, onSaved);
  const save = async () => {
    const patch = changesTo(base, form.getValues());
    if (Object.keys(patch).length > 0) await send(base, patch);
  };
  return {
    ...saving,
    form,
    base,
    startAgain,
    isDirty: Object.keys(changesTo(base, form.values)).length > 0,
    isOutdated,
    submit: (event: SyntheticEvent<HTMLFormElement>) => form.onSubmit(() => void save(), focusFirst(form))(event),
    /** Saves what was chosen of two versions, unless it is what is stored already. */
    saveMerged: async (latest: ModelOutput, sides: Record<string, Side>) => {
      const patch = changesTo(latest, choose(latest, sides));
      if (Object.keys(patch).length > 0) await send(latest, patch);
      else startAgain(latest);
    },
  };
}

/** Sends a change, and says how it went. */
function useSend(form: ModelForm, adopt: (record: ModelOutput) => void, onSaved: (saved: ModelOutput) => void) {
  const [hasConflict, setConflict] = useState(false);
  const { failure, rival, forget, show } = useSaveFailure(form);
  const update = useUpdateModel();

  /** Fills the form from a record. What was typed is gone. */
  const startAgain = (record: ModelOutput) => {
    forget();
    setConflict(false);
    adopt(record);
  };
  const send = async ({ publicId, provider, updatedAt: expectedUpdatedAt }: ModelOutput, patch: ModelPatch) => {
    forget();
    setConflict(false);
    try {
      const saved = await update.mutateAsync({ publicId, patch, expectedUpdatedAt });
      startAgain(saved);
      onSaved(saved);
    } catch (error) {
      if (errorDataOf(error)?.reason === 'EDIT_CONFLICT') setConflict(true);
      else show(error, provider.slug);
    }
  };
  return {
    failure,
    rival,
    hasConflict,
    send,
    startAgain,
    isBusy: update.isPending,
    compare: () => setConflict(true),
    keepTyped: () => setConflict(false),
  };
}
