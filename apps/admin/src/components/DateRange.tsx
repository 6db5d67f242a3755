import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarField } from './CalendarField.js';
import { useDaysWords, type ChosenDays, type DayRange } from './days-words.js';
import type { IsoDate } from './iso-date.js';
import { lazyPart } from './lazy-part.js';

const RangeCalendar = lazyPart(async () => (await import('./Calendar.lazy.js')).RangeCalendar);

interface Props {
  /** What it filters by, read out. */
  label: string;
  value: DayRange | null;
  onChange: (days: DayRange | null) => void;
  /** The last day that can be chosen. */
  max?: IsoDate | undefined;
}

/** A range of days, chosen in a calendar: shown in the user's own, kept as ISO. */
export function DateRange({ label, value, onChange, max }: Props) {
  const { t } = useTranslation();
  const words = useDaysWords();
  const shown = value ? words(value) : t('date.anyTime');
  return (
    <CalendarField aria-label={`${label}: ${shown}`} shown={shown} calendarLabel={label}>
      {(close) => (
        <Choice
          value={value}
          onChoose={(days) => {
            onChange(days);
            close();
          }}
          max={max}
        />
      )}
    </CalendarField>
  );
}

interface ChoiceProps extends Pick<Props, 'value' | 'max'> {
  onChoose: (days: DayRange | null) => void;
}

/** Nothing is filtered until the range is complete and applied. */
function Choice({ value, onChoose, max }: ChoiceProps) {
  const { t } = useTranslation();
  const first = value?.from ?? value?.to;
  const [days, setDays] = useState<ChosenDays | null>(
    first === undefined ? null : { from: first, to: value?.to ?? null },
  );
  return (
    <Stack gap="sm">
      <RangeCalendar value={days} onChange={setDays} max={max} />
      <Group justify="flex-end" gap="xs">
        {value && (
          <Button size="xs" variant="subtle" onClick={() => onChoose(null)}>
            {t('action.clear')}
          </Button>
        )}
        <Button
          size="xs"
          disabled={days === null}
          onClick={() => onChoose(days && { from: days.from, to: days.to ?? days.from })}
        >
          {t('date.apply')}
        </Button>
      </Group>
    </Stack>
  );
}
