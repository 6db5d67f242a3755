/** Days that the chart shows, with today. */
export const ranges = [7, 30, 90] as const;
export type Range = (typeof ranges)[number];

const dayMs = 86_400_000;

/** The first moments of the last days in UTC, the oldest first and today last. */
export function lastDays(now: number, count: number): string[] {
  const today = Math.floor(now / dayMs) * dayMs; // every day in UTC is of the same length
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * dayMs).toISOString());
}
