import { providerPatch, type ProviderOutput, type ProviderPatch } from '@ai-providers/contracts';
import { useRef, useState } from 'react';
import { useContractForm } from '../../api/form.js';
import type { SecretHandle } from '../../components/SecretField.js';
import { changesTo, toPatch, valuesOf } from './provider-values.js';

export type ProviderEdit = ReturnType<typeof useProviderEdit>;

/** What is being typed about one provider, and the record that it started from. */
export function useProviderEdit(provider: ProviderOutput) {
  const [base, setBase] = useState(provider);
  const [secretTouched, setSecretTouched] = useState(false);
  const secret = useRef<SecretHandle>(null);
  const form = useContractForm({ schema: providerPatch, initialValues: valuesOf(provider), toInput: toPatch });

  return {
    form,
    base,
    secret,
    secretTouched,
    setSecretTouched,
    isDirty: secretTouched || Object.keys(changesTo(base, form.values)).length > 0,
    /** Somebody saved since the form was filled. */
    isOutdated: provider.updatedAt > base.updatedAt,
    /** What differs from the record, with the key if one was typed or is to be removed. */
    readPatch: (): ProviderPatch => {
      const sharedApiKey = secret.current?.read();
      return { ...changesTo(base, form.getValues()), ...(sharedApiKey !== undefined && { sharedApiKey }) };
    },
    /** Fills the form from a record. What was typed is gone, a typed key too. */
    adopt: (record: ProviderOutput) => {
      setBase(record);
      form.setValues(valuesOf(record));
      form.clearErrors();
      secret.current?.reset();
    },
  };
}
