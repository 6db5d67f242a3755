import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';
import { CalendarField } from './CalendarField.js';
import { startOfDay, type IsoDate } from './iso-date.js';
import { lazyPart } from './lazy-part.js';

const DayCalendar = lazyPart(async () => (await import('./Calendar.lazy.js')).DayCalendar);

interface Props {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  value: IsoDate | null;
  onChange: (day: IsoDate) => void;
  min?: IsoDate;
  max?: IsoDate;
}

/** A day, chosen in a calendar: shown in the user's own, kept as ISO. */
export function DatePicker({ value, onChange, min, max, ...field }: Props) {
  const { t } = useTranslation();
  const fmt = useFmt();
  const shown = value === null ? t('date.choose') : fmt.date(startOfDay(value));
  return (
    <CalendarField {...field} aria-label={`${field.label}: ${shown}`} shown={shown} calendarLabel={t('date.calendar')}>
      {(close) => (
        <DayCalendar
          value={value}
          onChange={(day) => {
            onChange(day);
            close();
          }}
          min={min}
          max={max}
        />
      )}
    </CalendarField>
  );
}
