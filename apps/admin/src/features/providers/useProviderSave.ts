import type { ProviderOutput, ProviderPatch } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import type { Side } from '../../components/three-way.js';
import { consequencesOf, type Consequence } from './provider-address.js';
import type { ProviderEdit } from './useProviderEdit.js';
import { useUpdateProvider } from './useProviderMutations.js';

/** Saves what was changed, and says how it went. */
export function useProviderSave(edit: ProviderEdit, onSaved: (saved: ProviderOutput) => void) {
  const { form, base, patchOf, adopt } = edit;
  const update = useUpdateProvider();
  const [outcome, setOutcome] = useState<FormFailure | 'conflict' | 'saved' | null>(null);

  const send = async ({ publicId, updatedAt: expectedUpdatedAt }: ProviderOutput, patch: ProviderPatch) => {
    setOutcome(null);
    try {
      const saved = await update.mutateAsync({ publicId, expectedUpdatedAt, patch });
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
    save: () => send(base, patchOf(form.getValues())),
    /** Saves what was chosen of two versions. */
    saveMerged: (latest: ProviderOutput, sides: Record<string, Side>) => send(latest, merge(edit, latest, sides)),
    isBusy: update.isPending,
    isSaved: outcome === 'saved',
    hasConflict: outcome === 'conflict',
    failure: typeof outcome === 'string' ? null : outcome,
    compare: () => setOutcome('conflict'),
    keepTyped: () => setOutcome(null),
    startAgain: (record: ProviderOutput) => {
      setOutcome(null);
      adopt(record);
    },
  };
}

/** Goes on from the latest version with what was chosen, and tells what of it is still to be saved. */
function merge({ patchOf, choose, secret }: ProviderEdit, latest: ProviderOutput, sides: Record<string, Side>) {
  if (sides.sharedApiKey === 'theirs') secret.current?.reset();
  const { sharedApiKey, ...patch } = patchOf(choose(latest, sides), latest);
  return { ...patch, ...(sides.sharedApiKey !== 'theirs' && sharedApiKey !== undefined && { sharedApiKey }) };
}

export type ProviderSave = ReturnType<typeof useProviderSave>;

/** Submits the form, and asks first when a save does more than was typed. */
export function useAskFirst({ form, base, patchOf, isDirty }: ProviderEdit, save: () => Promise<void>) {
  const [asking, setAsking] = useState<Consequence[]>([]);
  const attempt = () => {
    const consequences = consequencesOf(base, patchOf(form.getValues()));
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
