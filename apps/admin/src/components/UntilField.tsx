import { useTranslation } from 'react-i18next';
import { Choice } from './Choice.js';
import { DatePicker } from './DatePicker.js';
import type { IsoDate } from './iso-date.js';
import { useMinute } from './minute.js';
import { utcDayIn } from './until.js';

interface Props {
  /** The last day in UTC; null for good. */
  value: IsoDate | null;
  onChange: (lastDay: IsoDate | null) => void;
  error?: string | undefined;
}

/** How long a limit holds: for good, or until a day. */
export function UntilField({ value, onChange, error }: Props) {
  const { t } = useTranslation();
  const now = useMinute();
  return (
    <>
      <Choice
        label={t('until.label')}
        value={value === null ? 'good' : 'day'}
        values={['good', 'day'] as const}
        word={(each) => t(`until.${each}`)}
        onChange={(each) => onChange(each === 'good' ? null : utcDayIn(now, 7))}
      />
      {value !== null && (
        <DatePicker
          label={t('until.lastDay')}
          description={t('until.hint')}
          error={error}
          value={value}
          onChange={onChange}
          min={utcDayIn(now, 0)}
          max={utcDayIn(now, 365)}
        />
      )}
    </>
  );
}
