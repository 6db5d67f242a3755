import type { ProviderOutput } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { consequencesOf, type Consequence } from './provider-address.js';
import type { ProviderEdit } from './useProviderEdit.js';
import { useUpdateProvider } from './useProviderMutations.js';

/** Saves what was changed, and says how it went. */
export function useProviderSave(edit: ProviderEdit, onSaved: (saved: ProviderOutput) => void) {
  const { form, base, readPatch, adopt } = edit;
  const update = useUpdateProvider();
  const [outcome, setOutcome] = useState<FormFailure | 'conflict' | 'saved' | null>(null);
  const target = { publicId: base.publicId, expectedUpdatedAt: base.updatedAt };

  const save = async () => {
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
  return {
    save,
    isBusy: update.isPending,
    isSaved: outcome === 'saved',
    hasConflict: outcome === 'conflict',
    failure: typeof outcome === 'string' ? null : outcome,
    keepTyped: () => setOutcome(null),
    startAgain: (record: ProviderOutput) => {
      setOutcome(null);
      adopt(record);
    },
  };
}

/** Submits the form, and asks first when a save does more than was typed. */
export function useAskFirst({ form, base, readPatch, isDirty }: ProviderEdit, save: () => Promise<void>) {
  const [asking, setAsking] = useState<Consequence[]>([]);
  const attempt = () => {
    const consequences = consequencesOf(base, readPatch());
    if (consequences.length > 0) setAsking(consequences);
    else if (isDirty) void save();
  };
  return {
    asking,
    submit: (event: SyntheticEvent<HTMLFormElement>) => form.onSubmit(attempt, focusFirst(form))(event),
    confirm: () => {
      setAsking([]);
      void save();
    },
    cancel: () => setAsking([]),
  };
}
