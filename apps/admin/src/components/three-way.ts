/** The values of one form, by field. */
type Values = Readonly<Record<string, unknown>>;

/** A field that would be saved otherwise than it is stored now. */
export interface Difference {
  field: string;
  yours: unknown;
  theirs: unknown;
  /** Whether it was changed in the form, and not only by the others. */
  isTouched: boolean;
}

/** What differs between a form that began with `base` and the record as it is stored now. */
export function differences(base: Values, yours: Values, theirs: Values): Difference[] {
  return Object.keys(base)
    .filter((field) => !isSame(yours[field], theirs[field]))
    .map((field) => ({
      field,
      yours: yours[field],
      theirs: theirs[field],
      isTouched: !isSame(yours[field], base[field]),
    }));
}

/** The fields that both sides have changed, each in another way. */
export function collisions(base: Values, yours: Values, theirs: Values): string[] {
  return differences(base, yours, theirs)
    .filter(({ field, isTouched }) => isTouched && !isSame(theirs[field], base[field]))
    .map(({ field }) => field);
}

/** What is stored now, with one's own changes on it. */
export function merged<V extends Values>(base: V, yours: V, theirs: V): V {
  const own = differences(base, yours, theirs).filter(({ isTouched }) => isTouched);
  return { ...theirs, ...Object.fromEntries(own.map(({ field, yours: value }) => [field, value])) };
}

/** Whose version of a field is to be saved. */
export type Side = 'yours' | 'theirs';

/** What is stored now, with one's own version of the fields for which it was chosen. */
export function withChosen<V extends Values>(yours: V, theirs: V, sides: Readonly<Record<string, Side>>): V {
  return { ...theirs, ...Object.fromEntries(Object.entries(yours).filter(([field]) => sides[field] === 'yours')) };
}

/** Lists and objects by what they hold: a form makes new ones. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
