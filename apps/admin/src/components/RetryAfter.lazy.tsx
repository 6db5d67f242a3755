import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';

/** How long to wait before the next try: counted down, and read out once. @param seconds from now on */
export function RetryAfter({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const fmt = useFmt();
  const left = useSecondsLeft(seconds);
  if (left === 0) return <Text size="sm">{t('error.retryNow')}</Text>;
  const minutes = Math.ceil(left / 60);
  return (
    <Text size="sm" aria-live="off">
      {left > 90
        ? t('error.retryMinutes', { count: minutes, time: fmt.number(minutes) })
        : t('error.retryAfter', { count: left, time: fmt.number(left) })}
    </Text>
  );
}

function useSecondsLeft(seconds: number): number {
  const [end] = useState(() => Date.now() + seconds * 1000);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((end - now) / 1000));
}
