import { useState } from 'react';
import { collisions, merged, withChosen, type Side } from './three-way.js';

interface Options<Stored, Values> {
  /** The record as it is known now. */
  stored: Stored;
  form: {
    values: Values;
    getValues: () => Values;
    setValues: (values: Values) => void;
    clearErrors: () => void;
  };
  /** A record as the form shows it, in the units that it shows now. */
  valuesOf: (record: Stored, shown: Values) => Values;
}

/** A form over a record that is changed elsewhere, too: by others, or by one's own hand in the list beside it. */
export function useRecordForm<Stored extends { updatedAt: string }, Values extends Record<string, unknown>>({
  stored,
  form,
  valuesOf,
}: Options<Stored, Values>) {
  const [base, setBase] = useState(stored);
  const withTyped = (record: Stored, typed: Values) => merged(valuesOf(base, typed), typed, valuesOf(record, typed));
  const isNewer = stored.updatedAt > base.updatedAt;
  const collides =
    isNewer && collisions(valuesOf(base, form.values), form.values, valuesOf(stored, form.values)).length > 0;

  /** Goes on from a newer record, with what was typed on top of it. */
  const rebase = (record: Stored, values: Values) => {
    setBase(record);
    form.setValues(values);
  };
  // What was changed elsewhere was not touched here: there is nothing to ask.
  if (isNewer && !collides) rebase(stored, withTyped(stored, form.values));

  return {
    /** The record that the form started from. */
    base,
    /** A field that was changed here has been changed elsewhere, too. */
    isOutdated: collides,
    rebase,
    /** Goes on from a newer record with the versions that were chosen, and answers what the form holds then. */
    choose: (record: Stored, sides: Record<string, Side>): Values => {
      const typed = form.getValues();
      const values = withChosen(typed, valuesOf(record, typed), sides);
      rebase(record, values);
      return values;
    },
    /** Fills the form from a record. What was typed is gone. */
    adopt: (record: Stored) => {
      rebase(record, valuesOf(record, form.getValues()));
      form.clearErrors();
    },
  };
}
