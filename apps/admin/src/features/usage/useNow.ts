import { useMinute } from '../../components/minute.js';
import type { AskedRange } from './usage-range.js';

/** This minute, as requests write it. */
export const useNow = () => new Date(useMinute()).toISOString();

/** A moment of the last day that a range counts. */
export function useLastMoment({ to }: AskedRange): string {
  const now = useNow();
  return to === undefined ? now : new Date(Date.parse(to) - 1).toISOString();
}
