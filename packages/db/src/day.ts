const dayMs = 86_400_000;

/** A moment's calendar day in UTC, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** When the day after a day begins in UTC. @param day YYYY-MM-DD */
export function startOfNextDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs);
}

/** The last day, in UTC, that is over at a moment. */
export function lastDayBefore(moment: Date): string {
  return dayOf(new Date(moment.getTime() - 1));
}

/** The same day of the next year; 1 March for a 29 February. */
export function yearAfter(moment: Date): Date {
  const later = new Date(moment);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later;
}
