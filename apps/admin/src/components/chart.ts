/** One thing that is followed over time. */
export interface ChartSeries {
  /** What it is, the same on every page: it decides about the colour. */
  key: string;
  label: string;
  /** One per bucket; null where there is none. */
  values: ReadonlyArray<number | null>;
  /** The sum of all that have no series of their own. */
  isRest?: boolean;
}

/** What a chart shows. The words and digits are the caller's. */
export interface ChartData {
  /** Bars and areas are stacked. */
  kind: 'bars' | 'area' | 'lines';
  /** The beginning of each bucket, as ISO 8601, in the order of time. */
  buckets: readonly string[];
  series: readonly ChartSeries[];
  /** In words, that the last bucket is not over: its part of the chart is hatched. */
  partial?: string;
  /** A level to compare with. */
  level?: { value: number; label: string };
  formatBucket: (bucket: string, form: 'short' | 'long') => string;
  formatValue: (value: number) => string;
  /** Beside the axis, where there is little room. */
  formatTick?: (value: number) => string;
}

/** A series with its place among all of the chart, the hidden ones included. */
export interface PlotSeries extends ChartSeries {
  index: number;
  color: string;
}

/** What the drawing of a chart takes. */
export interface PlotProps {
  title: string;
  data: ChartData;
  /** Those that are shown. */
  series: readonly PlotSeries[];
  height: number;
}

const slots = 8;
const restColor = 'var(--panel-chart-rest)';
const colorOf = (slot: number) => `var(--panel-chart-${slot + 1})`;

/**
 * A colour for each series, in their order. A key has the same one on every page, as far as no other key of the chart
 * has it: then the first by name keeps it, and the other takes the next that is free.
 */
export function chartColors(series: ReadonlyArray<Pick<ChartSeries, 'key' | 'isRest'>>): string[] {
  const slotOf = slotsOf(series.filter(({ isRest }) => !isRest).map(({ key }) => key));
  return series.map(({ key, isRest }) => (isRest ? restColor : colorOf(slotOf.get(key) ?? 0)));
}

function slotsOf(keys: readonly string[]): Map<string, number> {
  const sorted = [...new Set(keys)].sort();
  const taken = new Map<string, number>();
  const free = new Set(Array.from({ length: slots }, (_, slot) => slot));
  for (const key of sorted) {
    if (free.delete(wished(key))) taken.set(key, wished(key));
  }
  for (const key of sorted.filter((each) => !taken.has(each))) {
    const after = Array.from({ length: slots }, (_, step) => (wished(key) + step) % slots);
    const slot = after.find((each) => free.has(each)) ?? wished(key);
    free.delete(slot);
    taken.set(key, slot);
  }
  return taken;
}

/** FNV, from an offset by which the usual keys of one chart wish for different colours. */
function wished(key: string): number {
  let hash = 354;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return (hash >>> 8) % slots;
}

const dashes = ['', '7 4', '2 3', '9 3 2 3', '4 2', '12 4', '1 4', '6 2 1 2 1 2', '3 6'];

/** The stroke of the nth line. */
export const dashOf = (index: number) => dashes[index % dashes.length] ?? '';
