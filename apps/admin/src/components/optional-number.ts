/** A number that may also be none at all, as a form holds it. */
export interface OptionalNumberValue {
  /** ASCII digits; '' for nothing typed. */
  text: string;
  isNone: boolean;
}

export function optionalNumber(value: number | null): OptionalNumberValue {
  return { text: value === null ? '' : String(value), isNone: value === null };
}

/** Null for none; undefined where nothing was typed. */
export function numberOrNone({ text, isNone }: OptionalNumberValue): number | null | undefined {
  if (isNone) return null;
  return text === '' ? undefined : Number(text);
}
