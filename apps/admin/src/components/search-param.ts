/** A parameter of an address that is left or gone to; undefined where none is asked for. */
export function searchParam({ search }: { search: object }, name: string | undefined): unknown {
  return name === undefined ? undefined : Object.entries(search).find(([each]) => each === name)?.[1];
}
