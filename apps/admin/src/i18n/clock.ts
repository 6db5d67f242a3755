/** Less than this is the time that an answer takes, or a clock that is nearly right. */
const toleranceMs = 30_000;

let offset = 0;

/** Learns from an answer how far this machine's clock is from the server's. @param date the answer's `Date` header */
export function noteServerDate(date: string | null): void {
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return;
  const difference = theirs - Date.now();
  offset = Math.abs(difference) < toleranceMs ? 0 : difference;
}

/** Now, as the server has it: what it wrote a minute ago is a minute old, whatever this machine's clock says. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** A moment that the server names, on this machine's clock: for timers, and for times of day that somebody waits for. */
export function onThisClock(serverTime: number): number {
  return serverTime - offset;
}
