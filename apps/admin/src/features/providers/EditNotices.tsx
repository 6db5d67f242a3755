import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function KeyUnreadable() {
  const { t } = useTranslation('providers');
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('form.keyUnreadableTitle')}>
      {t('form.keyUnreadableText')}
    </Alert>
  );
}

/** The record was changed elsewhere while its form was open: told before a save is refused for it. */
export function OutdatedNotice({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation('providers');
  return (
    <Alert color="blue" icon={<IconInfoCircle aria-hidden />} role="status">
      <Group justify="space-between">
        {t('conflict.notice')}
        <Button size="xs" variant="default" onClick={onReload}>
          {t('conflict.reload')}
        </Button>
      </Group>
    </Alert>
  );
}
