/** The first moments of the last calendar months in UTC, the oldest first and the current one last. */
export function lastMonths(now: number, count: number): string[] {
  const at = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - (count - 1 - index), 1)).toISOString(),
  );
}

/** When the month began that ends at a moment. */
export function monthBefore(end: string): string {
  const at = new Date(end);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1, 1)).toISOString();
}
