import { providerPatch, type ProviderOutput, type ProviderPatch } from '@ai-providers/contracts';
import { useRef, useState } from 'react';
import { useContractForm } from '../../api/form.js';
import type { Side } from '../../components/MergeDialog.js';
import type { SecretHandle } from '../../components/SecretField.js';
import { collisions, merged } from '../../components/three-way.js';
import { changesTo, toPatch, valuesOf, type ProviderValues } from './provider-values.js';

export type ProviderEdit = ReturnType<typeof useProviderEdit>;

/** What is being typed about one provider, and the record that it started from. */
export function useProviderEdit(provider: ProviderOutput) {
  const [base, setBase] = useState(provider);
  const [secretTouched, setSecretTouched] = useState(false);
  const secret = useRef<SecretHandle>(null);
  const form = useContractForm({ schema: providerPatch, initialValues: valuesOf(provider), toInput: toPatch });
  const isNewer = provider.updatedAt > base.updatedAt;
  const collides = isNewer && collisions(valuesOf(base), form.values, valuesOf(provider)).length > 0;

  /** Goes on from a newer record, with what was typed on top of it. */
  const rebase = (record: ProviderOutput, values = merged(valuesOf(base), form.getValues(), valuesOf(record))) => {
    setBase(record);
    form.setValues(values);
  };
  // Others changed what was not touched here: there is nothing to ask.
  if (isNewer && !collides) rebase(provider, merged(valuesOf(base), form.values, valuesOf(provider)));

  return {
    form,
    base,
    secret,
    secretTouched,
    setSecretTouched,
    isDirty: secretTouched || Object.keys(changesTo(base, form.values)).length > 0,
    /** Somebody saved something else in a field that was changed here. */
    isOutdated: collides,
    rebase,
    /** What differs from a record, with the key if one was typed or is to be removed. */
    patchOf: (values: ProviderValues, from = base): ProviderPatch => {
      const sharedApiKey = secret.current?.read();
      return { ...changesTo(from, values), ...(sharedApiKey !== undefined && { sharedApiKey }) };
    },
    /** Fills the form from a record. What was typed is gone. */
    adopt: (record: ProviderOutput) => {
      setBase(record);
      form.setValues(valuesOf(record));
      form.clearErrors();
      secret.current?.reset();
    },
  };
}

/** The record of now with the versions that were chosen, field by field. */
export function withChosen(mine: ProviderValues, theirs: ProviderValues, sides: Record<string, Side>): ProviderValues {
  const own = Object.entries(mine).filter(([field]) => sides[field] === 'yours');
  return { ...theirs, ...Object.fromEntries(own) };
}
