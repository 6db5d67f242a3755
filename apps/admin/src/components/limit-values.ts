import type { IsoDate } from './iso-date.js';
import { numberOrNone, type NumberText } from './number-or-none.js';

/** A monthly limit as its forms hold it; `until` is the last day in UTC, null for good. */
export type LimitValues = { monthlyLimit: NumberText; until: IsoDate | null };

/** As the contract takes it, which says what is wrong with it. */
export const limitInput = ({ monthlyLimit, until }: LimitValues) => ({
  monthlyLimit: numberOrNone(monthlyLimit),
  ...(until !== null && { until }),
});
