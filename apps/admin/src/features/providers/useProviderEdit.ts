import { providerPatch, type ProviderOutput, type ProviderPatch } from '@ai-providers/contracts';
import { useRef, useState } from 'react';
import { useContractForm } from '../../api/form.js';
import type { SecretHandle } from '../../components/SecretField.js';
import { useRecordForm } from '../../components/useRecordForm.js';
import { changesTo, toPatch, valuesOf, type ProviderValues } from './provider-values.js';

export type ProviderEdit = ReturnType<typeof useProviderEdit>;

/** What is being typed about one provider, and the record that it started from. */
export function useProviderEdit(provider: ProviderOutput) {
  const [secretTouched, setSecretTouched] = useState(false);
  const secret = useRef<SecretHandle>(null);
  const form = useContractForm({ schema: providerPatch, initialValues: valuesOf(provider), toInput: toPatch });
  const { base, isOutdated, choose, adopt } = useRecordForm({ stored: provider, form, valuesOf });
  return {
    form,
    base,
    secret,
    secretTouched,
    setSecretTouched,
    isDirty: secretTouched || Object.keys(changesTo(base, form.values)).length > 0,
    isOutdated,
    choose,
    /** What differs from a record, with the key if one was typed or is to be removed. */
    patchOf: (values: ProviderValues, from = base): ProviderPatch => {
      const sharedApiKey = secret.current?.read();
      return { ...changesTo(from, values), ...(sharedApiKey !== undefined && { sharedApiKey }) };
    },
    /** Fills the form from a record. What was typed is gone. */
    adopt: (record: ProviderOutput) => {
      adopt(record);
      secret.current?.reset();
    },
  };
}
