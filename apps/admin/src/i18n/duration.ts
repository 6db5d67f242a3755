import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFmt, type Fmt } from './fmt.js';

/** How long something took, as coarse as it is long: "840 ms", "1.2 s", "2 min 28 s". */
export function useDuration(): (ms: number) => string {
  const { t } = useTranslation();
  const fmt = useFmt();
  return (ms) => durationOf(t, fmt, ms);
}

export function durationOf(t: TFunction, fmt: Pick<Fmt, 'number'>, ms: number): string {
  const whole = Math.round(ms);
  if (whole < 1000) return t('duration.milliseconds', { value: fmt.number(whole) });
  const tenths = Math.round(ms / 100);
  if (tenths < 600) return t('duration.seconds', { value: fmt.number(tenths / 10) });
  const seconds = Math.round(ms / 1000);
  const minutes = fmt.number(Math.floor(seconds / 60));
  if (seconds % 60 === 0) return t('duration.minutes', { minutes });
  return t('duration.both', { minutes, seconds: fmt.number(seconds % 60) });
}
