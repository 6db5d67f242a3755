import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';
import { startOfDay, type IsoDate } from './iso-date.js';

const dayMs = 86_400_000;

/** The day, in UTC, so many days after a moment. */
export function utcDayIn(now: number, days: number): IsoDate {
  return new Date(now + days * dayMs).toISOString().slice(0, 10);
}

interface Raise {
  monthlyLimit: number;
  /** The last day, in UTC. */
  until: IsoDate;
}

/** A raised limit in words: "10,000 until 3 December 2026, then 1,000". */
export function useRaiseWords(): (raise: Raise, usual: number | null) => string {
  const { t } = useTranslation();
  const fmt = useFmt();
  return ({ monthlyLimit: limit, until }, usual) =>
    t('until.raised', { limit, date: fmt.date(startOfDay(until)), usual: usual ?? 0 });
}
