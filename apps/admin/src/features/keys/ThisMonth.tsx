import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import { useMyMonths } from './useMyUsage.js';

/** The top line: what was asked of all providers this month, and until when that counts. */
export function ThisMonth({ resetsAt }: { resetsAt: string }) {
  const { t } = useTranslation('keys');
  const fmt = useFmt();
  const { bars, isSuccess } = useMyMonths();
  const requests = bars.at(-1)?.requests ?? '0';
  return (
    <Text component="p" m={0} c="dimmed">
      {isSuccess && <>{t('month.total', { count: Number(requests), requests: fmt.number(requests) })} · </>}
      {t('month.restarts', { date: fmt.date(resetsAt) })}
    </Text>
  );
}
