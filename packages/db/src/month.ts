/** The first day of a moment's calendar month in UTC, as YYYY-MM-DD. */
export function startOfMonth(moment: Date): string {
  return `${moment.toISOString().slice(0, 7)}-01`;
}

/** Whether two moments lie in one calendar month of UTC. */
export function inOneMonth(one: Date, other: Date): boolean {
  return one.getUTCMonth() === other.getUTCMonth() && one.getUTCFullYear() === other.getUTCFullYear();
}

/** When the next calendar month begins in UTC. */
export function startOfNextMonth(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 1));
}
