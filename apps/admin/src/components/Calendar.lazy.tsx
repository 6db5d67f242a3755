import '@daypicker/react/style.css';
import { DayPicker as JalaliPicker, enUS as enJalali, faIR as faJalali } from '@daypicker/persian';
import { DayPicker as GregorianPicker, type DateRange, type DayPickerProps } from '@daypicker/react';
import { enGB } from '@daypicker/react/locale/en-GB';
import { faIR } from '@daypicker/react/locale/fa-IR';
import { useFmt, type Fmt } from '../i18n/fmt.js';
import { directionOf } from '../i18n/languages.js';
import classes from './Calendar.module.css';
import type { ChosenDays } from './days-words.js';
import { isoDateOf, startOfDay, type IsoDate } from './iso-date.js';

interface Bounds {
  min?: IsoDate | undefined;
  max?: IsoDate | undefined;
}

interface DayProps extends Bounds {
  value: IsoDate | null;
  onChange: (day: IsoDate) => void;
}

/** A month to choose one day of, in the user's language, calendar and digits. */
export function DayCalendar({ value, onChange, ...bounds }: DayProps) {
  const selected = value === null ? undefined : startOfDay(value);
  return (
    <Months
      mode="single"
      autoFocus
      selected={selected}
      defaultMonth={selected ?? firstOf(bounds)}
      onSelect={(day: Date | undefined, pressed: Date) => onChange(isoDateOf(day ?? pressed))}
      {...limits(bounds)}
    />
  );
}

interface RangeProps extends Bounds {
  value: ChosenDays | null;
  onChange: (days: ChosenDays | null) => void;
  /** Months side by side. */
  months?: number;
}

/** The same for a range of days. */
export function RangeCalendar({ value, onChange, months = 1, ...bounds }: RangeProps) {
  const selected: DateRange | undefined = value
    ? { from: startOfDay(value.from), to: value.to === null ? undefined : startOfDay(value.to) }
    : undefined;
  const choose = (range: DateRange | undefined) =>
    onChange(range?.from ? { from: isoDateOf(range.from), to: range.to ? isoDateOf(range.to) : null } : null);
  return (
    <Months
      mode="range"
      autoFocus
      numberOfMonths={months}
      selected={selected}
      defaultMonth={selected?.from ?? firstOf(bounds)}
      onSelect={choose}
      {...limits(bounds)}
    />
  );
}

function Months(props: DayPickerProps) {
  const fmt = useFmt();
  const Picker = fmt.calendar === 'jalali' ? JalaliPicker : GregorianPicker;
  return (
    <Picker
      {...props}
      className={classes.root}
      dir={directionOf(fmt.language)}
      locale={localeOf(fmt)}
      numerals={fmt.digits === 'persian' ? 'arabext' : 'latn'}
    />
  );
}

function localeOf({ language, calendar }: Fmt) {
  if (calendar === 'jalali') return language === 'fa' ? faJalali : enJalali;
  return language === 'fa' ? faIR : enGB;
}

/** The month to open at where nothing is chosen: this one, or the nearest that may be chosen from. */
function firstOf({ min, max }: Bounds): Date {
  const today = isoDateOf(new Date());
  if (min !== undefined && min > today) return startOfDay(min);
  return startOfDay(max !== undefined && max < today ? max : today);
}

function limits({ min, max }: Bounds): Pick<DayPickerProps, 'startMonth' | 'endMonth' | 'disabled'> {
  const first = min === undefined ? undefined : startOfDay(min);
  const last = max === undefined ? undefined : startOfDay(max);
  return {
    ...(first && { startMonth: first }),
    ...(last && { endMonth: last }),
    disabled: [...(first ? [{ before: first }] : []), ...(last ? [{ after: last }] : [])],
  };
}
