import { Alert, Button, Group } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMinute } from '../../components/minute.js';

interface Props {
  /** When they were right, in milliseconds. */
  from: number;
  onRetry: () => void;
}

/** The last load failed: what is shown is from before. */
export function OldFigures({ from, onRetry }: Props) {
  const { t } = useTranslation(['dashboard', 'common']);
  const count = Math.max(0, Math.floor((useMinute() - from) / 60_000));
  return (
    <Alert role="status" color="orange" icon={<IconClock aria-hidden />}>
      <Group gap="sm">
        <span>{count === 0 ? t('oldNow') : t('old', { count })}</span>
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('common:action.retry')}
        </Button>
      </Group>
    </Alert>
  );
}
