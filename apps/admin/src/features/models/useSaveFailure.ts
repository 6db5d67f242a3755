import { useState } from 'react';
import { errorDataOf } from '../../api/error-message.js';
import { showFailure, type FormFailure } from '../../api/form-failure.js';
import type { ModelForm } from './model-values.js';

/** A model that has the wanted id already. */
export interface Rival {
  provider: string;
  modelId: string;
}

/** Why the last save was refused, and who stands in the way where it was refused for its model id. */
export function useSaveFailure(form: ModelForm) {
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [rival, setRival] = useState<Rival | null>(null);
  return {
    failure,
    rival,
    forget: () => {
      setFailure(null);
      setRival(null);
    },
    show: (error: unknown, provider: string) => {
      const isTaken = errorDataOf(error)?.reason === 'MODEL_ID_TAKEN';
      setRival(isTaken ? { provider, modelId: form.getValues().modelId.trim() } : null);
      setFailure(showFailure(form, error));
    },
  };
}
