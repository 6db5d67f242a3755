/** The end of a slider that stands for no bound. */
export type Open = 'start' | 'end';

/** The places of a slider: its stops, and one for no bound. */
export function positionsOf(stops: readonly string[], open: Open): Array<string | undefined> {
  return open === 'end' ? [...stops, undefined] : [undefined, ...stops];
}

/** The place of a value, or the nearest one by its size: the stops grow by factors, so that small ones are told apart. */
export function positionOf(positions: ReadonlyArray<string | undefined>, value: string | undefined): number {
  const exact = positions.indexOf(value);
  if (exact >= 0) return exact;
  const distance = (position: string | undefined) =>
    position === undefined ? Number.POSITIVE_INFINITY : Math.abs(sizeOf(position) - sizeOf(value ?? ''));
  return positions.reduce((best, each, index) => (distance(each) < distance(positions[best]) ? index : best), 0);
}

/** 0 has no logarithm; it lies below everything else. */
function sizeOf(value: string): number {
  const number = Number(value);
  return number > 0 ? Math.log(number) : -100;
}
