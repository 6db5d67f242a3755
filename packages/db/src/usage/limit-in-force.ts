/** A higher limit for a while; from `until` on the usual one counts again. */
export interface Raise {
  limit: number;
  until: Date;
}

interface Limits {
  monthlyLimit: number | null;
  raisedLimit: number | null;
  raisedUntil: Date | null;
}

/** The raise that holds at a moment: it ends by itself. */
export function raiseAt({ raisedLimit: limit, raisedUntil: until }: Limits, moment: Date): Raise | null {
  return limit !== null && until !== null && until > moment ? { limit, until } : null;
}

/** How many requests are allowed in a month, as of a moment; null for no limit. */
export function limitAt(limits: Limits, moment: Date): number | null {
  return raiseAt(limits, moment)?.limit ?? limits.monthlyLimit;
}

/** The same of a settings row in SQL. */
export const limitSql = (settings: string, moment: string): string =>
  `case when ${settings}.raised_until > ${moment} then ${settings}.raised_limit else ${settings}.monthly_limit end`;
