import type { ProviderOutput } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { showFailure, type FormFailure } from '../../api/form.js';
import { focusFirst } from './focus-first.js';
import { consequencesOf, type Consequence } from './provider-address.js';
import type { ProviderEdit } from './useProviderEdit.js';
import { useUpdateProvider } from './useProviderMutations.js';

/** Saves what was changed; asks first when the save does more than was typed. */
export function useProviderSave(edit: ProviderEdit, onSaved: (saved: ProviderOutput) => void) {
  const { form, base, readPatch, adopt } = edit;
  const target = { publicId: base.publicId, expectedUpdatedAt: base.updatedAt };
  const update = useUpdateProvider();
  const [outcome, setOutcome] = useState<FormFailure | 'conflict' | 'saved' | null>(null);
  const [asking, setAsking] = useState<Consequence[]>([]);

  const save = async () => {
    setAsking([]);
    setOutcome(null);
    try {
      const saved = await update.mutateAsync({ ...target, patch: readPatch() });
      adopt(saved);
      setOutcome('saved');
      onSaved(saved);
    } catch (error) {
      const isConflict = errorDataOf(error)?.reason === 'EDIT_CONFLICT';
      setOutcome(isConflict ? 'conflict' : showFailure(form, error, ['sharedApiKey']));
    } finally {
      update.reset(); // forgets the key that was sent
    }
  };
  const attempt = () => {
    const consequences = consequencesOf(base, readPatch());
    if (consequences.length > 0) setAsking(consequences);
    else if (edit.isDirty) void save();
  };
  return {
    asking,
    failure: typeof outcome === 'string' ? null : outcome,
    hasConflict: outcome === 'conflict',
    isSaved: outcome === 'saved',
    isBusy: update.isPending,
    save,
    submit: (event: SyntheticEvent<HTMLFormElement>) => form.onSubmit(attempt, focusFirst(form))(event),
    cancel: () => setAsking([]),
    keepTyped: () => setOutcome(null),
    startAgain: (record: ProviderOutput) => {
      setOutcome(null);
      adopt(record);
    },
  };
}
