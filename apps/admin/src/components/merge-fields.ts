import type { ReactNode } from 'react';
import type { MergeField } from './MergeDialog.js';
import { differences } from './three-way.js';

/** The fields of a form in its order: what each is called, and how its value is shown. */
export type ShownFields<Values> = {
  [Field in keyof Values]?: { label: string; show: (value: Values[Field]) => ReactNode };
};

interface Versions<Values> {
  base: Values;
  yours: Values;
  theirs: Values;
}

interface Shown {
  label: string;
  show: (value: unknown) => ReactNode;
}

/** The rows of a merge: the fields whose two versions differ. */
export function mergeFields<Values extends Record<string, unknown>>(
  { base, yours, theirs }: Versions<Values>,
  shown: ShownFields<Values>,
): MergeField[] {
  const found = differences(base, yours, theirs);
  const fields = Object.entries(shown) as [string, Shown][]; // each shows the values of its own name
  return fields.flatMap(([id, { label, show }]) =>
    found
      .filter(({ field }) => field === id)
      .map(({ yours: mine, theirs: stored, isTouched }) => ({
        id,
        label,
        yours: show(mine),
        theirs: show(stored),
        isTouched,
      })),
  );
}
