import { z } from 'zod';

// Control characters and lone surrogates cannot be stored by PostgreSQL or shown by a browser.
// Format characters stay: Persian needs the zero-width non-joiner, names may hold direction marks.
// eslint-disable-next-line no-control-regex -- naming them is the point
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Whether PostgreSQL can store a string in a text or JSONB column. */
export function isStorable(value: string): boolean {
  return !controlCharacters.test(value) && value.isWellFormed();
}

/** One line of human text: trimmed, storable, `min` to `max` characters. */
export function text(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(isStorable, { params: { reason: 'UNSTORABLE_TEXT' }, message: 'Holds characters that cannot be stored' });
}
