import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function KeyUnreadable() {
  const { t } = useTranslation('providers');
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('form.keyUnreadableTitle')}>
      {t('form.keyUnreadableText')}
    </Alert>
  );
}
