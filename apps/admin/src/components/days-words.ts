import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';
import { startOfDay, type IsoDate } from './iso-date.js';

/** First and last day, both included; without one of them the range is open at that end. */
export interface DayRange {
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
}

/** A range that is being chosen; the last day is null while only the first has been. */
export interface ChosenDays {
  from: IsoDate;
  to: IsoDate | null;
}

/** Says a range of days in the user's calendar. */
export function useDaysWords(): (days: DayRange) => string {
  const { t } = useTranslation();
  const fmt = useFmt();
  return ({ from, to }) => {
    const word = (day: IsoDate | undefined) => (day === undefined ? '…' : fmt.date(startOfDay(day)));
    return from === to ? word(from) : t('date.range', { from: word(from), to: word(to) });
  };
}
