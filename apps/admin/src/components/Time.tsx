import { Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';
import { zoneName } from '../i18n/zone-name.js';
import { useMinute } from './minute.js';
import classes from './Time.module.css';

const weekMs = 7 * 86_400_000;

interface Props {
  /** ISO 8601; null for "never". */
  value: string | null | undefined;
  /** Without it, the zone of the browser. */
  zone?: 'UTC';
}

/** A moment: relative for a week, then its date. The exact time and its zone are told on hover and on focus. */
export function Time({ value, zone }: Props) {
  const { t } = useTranslation();
  const fmt = useFmt();
  const minute = useMinute();
  if (!value) {
    return (
      <Text span inherit c="dimmed">
        {t('time.never')}
      </Text>
    );
  }
  // A moment after the last tick is not in the future.
  const now = Math.max(minute, Math.min(Date.parse(value), minute + 60_000));
  const isOld = Math.abs(now - Date.parse(value)) > weekMs;
  const exact = fmt.absolute(value, zone);
  return (
    <Tooltip label={zone ? exact : `${exact} (${zoneName(fmt, value)})`}>
      <time dateTime={value} tabIndex={0} className={classes.time}>
        {isOld ? fmt.date(value, zone) : fmt.relative(value, now)}
      </time>
    </Tooltip>
  );
}
