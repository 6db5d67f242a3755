/** A day as requests and addresses write it: 2026-11-25, of the Gregorian calendar whatever is shown. */
export type IsoDate = string;

/** Its first moment in this browser's zone. */
export function startOfDay(day: IsoDate): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** Its last moment in this browser's zone, to the second. */
export function endOfDay(day: IsoDate): Date {
  const end = startOfDay(day);
  end.setHours(23, 59, 59, 0);
  return end;
}

/** The day that a moment falls on in this browser's zone. */
export function isoDateOf(at: Date): IsoDate {
  const part = (value: number, length = 2) => String(value).padStart(length, '0');
  return `${part(at.getFullYear(), 4)}-${part(at.getMonth() + 1)}-${part(at.getDate())}`;
}
