/** The fields whose value differs: a save sends only these, so that it does not overwrite what others changed. */
export function changedFields<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
  const isChanged = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[field as keyof Fields]); // both have the same fields
  return Object.fromEntries(Object.entries(after).filter(isChanged)) as Partial<Fields>; // fields of `after`
}
