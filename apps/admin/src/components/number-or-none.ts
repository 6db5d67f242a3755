import { integerOf } from '../i18n/digits.js';

/** What a field without a number holds: its text while there is one, null for none at all. */
export type NumberText = string | null;

/** As a contract takes it: an empty field has no value, and what is no number is NaN. */
export function numberOrNone(text: NumberText): number | null | undefined {
  return text === null ? null : (integerOf(text) ?? undefined);
}

export const textOf = (value: number | null): NumberText => (value === null ? null : String(value));
