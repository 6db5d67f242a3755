import { Alert } from '@mantine/core';
import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { onThisClock } from '../i18n/clock.js';
import { useFmt } from '../i18n/fmt.js';
import { useMinute } from './minute.js';
import { useOnline } from './online.js';

interface Props {
  /** When the server answered last, in milliseconds on this machine's clock. */
  dataFrom: number;
  /** Whether it leaves calls without an answer, while this machine is online. */
  away: boolean;
}

/** Says that what is shown may be old, and why nothing can be changed. */
export function OfflineBanner({ dataFrom, away }: Props) {
  const { t } = useTranslation();
  const fmt = useFmt();
  const now = onThisClock(useMinute()); // "3 minutes ago" becomes "4 minutes ago"
  const online = useOnline();
  if (online && !away) return null;
  const when = fmt.relative(new Date(dataFrom), Math.max(now, dataFrom));
  return (
    <Alert role="status" color="orange" mb="md" icon={<IconWifiOff aria-hidden />}>
      {t(online ? 'error.away' : 'error.offline', { when })}
    </Alert>
  );
}
