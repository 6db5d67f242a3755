import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';
import { useMinute } from './minute.js';

/** @param dataFrom when the server answered last, in milliseconds */
export function OfflineBanner({ dataFrom }: { dataFrom: number }) {
  const { t } = useTranslation();
  const fmt = useFmt();
  const now = Math.max(useMinute(), dataFrom);
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert role="status" color="orange" mb="md" icon={<IconWifiOff aria-hidden />}>
      {t('error.offline', { when: fmt.relative(new Date(dataFrom), now) })}
    </Alert>
  );
}
