import { useTranslation } from 'react-i18next';
import { Choice } from './Choice.js';
import { DatePicker } from './DatePicker.js';
import type { IsoDate } from './iso-date.js';
import type { LimitValues } from './limit-values.js';
import { useMinute } from './minute.js';
import { textOf } from './number-or-none.js';
import { utcDayIn } from './until.js';

interface Props {
  value: IsoDate | null;
  /** What counts for good, and whether a raise stands above it now. */
  standing: { usualLimit: number | null; raise: object | null };
  /** Of the form: without an end a raise is over, and the usual limit stands in its field again. */
  onChange: (change: Partial<LimitValues>) => void;
  error?: string | undefined;
}

/** How long a limit holds: for good, or until a day. */
export function UntilField({ value, standing: { usualLimit, raise }, onChange, error }: Props) {
  const { t } = useTranslation();
  const now = useMinute();
  const forGood = { until: null, ...(raise && { monthlyLimit: textOf(usualLimit) }) };
  return (
    <>
      <Choice
        label={t('until.label')}
        value={value === null ? 'good' : 'day'}
        values={['good', 'day'] as const}
        word={(each) => t(`until.${each}`)}
        onChange={(each) => onChange(each === 'good' ? forGood : { until: utcDayIn(now, 7) })}
      />
      {value !== null && (
        <DatePicker
          label={t('until.lastDay')}
          description={t('until.hint')}
          error={error}
          value={value}
          onChange={(until) => onChange({ until })}
          min={utcDayIn(now, 0)}
          max={utcDayIn(now, 365)}
        />
      )}
    </>
  );
}
