/**
 * Where the buckets end that latencies are counted in, in milliseconds: each ends half as far again as the one before,
 * and one more is open. A sum has a column for each, named by its end, so a change of these takes a migration.
 */
export const latencyBounds = [
  100, 150, 225, 338, 506, 759, 1139, 1709, 2563, 3844, 5767, 8650, 12_975, 19_462, 29_193, 43_789, 65_684, 98_526,
  147_789,
] as const;

/** The columns of a sum that count latencies, the shortest first. */
export const latencyColumns: readonly string[] = [
  ...latencyBounds.map((bound) => `latency_to_${bound}`),
  'latency_above',
];

/**
 * For each bucket, 1 or 0: whether one request's latency is in it.
 * @param ms its latency, 0 where it told none
 * @param timed 1 where it told one, else 0
 */
export function latencyBuckets(ms: string, timed: string): string[] {
  return latencyColumns.map((_, index) => {
    const [above, upTo] = [latencyBounds[index - 1], latencyBounds[index]];
    const from = above === undefined ? `${timed} = 1` : `${ms} > ${above}`;
    return `(${from}${upTo === undefined ? '' : ` and ${ms} <= ${upTo}`})::int`;
  });
}

/**
 * The latency that so many per cent of the requests do not exceed, as near as buckets tell: in the bucket of the true one,
 * the requests of a bucket taken to lie evenly. So it is at most 1.5 times too long or too short beyond the first bucket;
 * of the open one it is the least that lies in it. Null where no request was counted.
 */
export function latencyPercentile(counts: readonly number[], percent: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rank = Math.max(1, Math.ceil((total * percent) / 100));
  let before = 0;
  for (const [index, count] of counts.entries()) {
    if (before + count >= rank) return within(index, (rank - before - 0.5) / count);
    before += count;
  }
  return null;
}

function within(index: number, part: number): number {
  const [above = 0, upTo = above + 1] = [latencyBounds[index - 1], latencyBounds[index]];
  return Math.ceil(above + (upTo - above) * part);
}
