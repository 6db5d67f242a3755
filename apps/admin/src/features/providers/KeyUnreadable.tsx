import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/links.js';

export function KeyUnreadable({ slug }: { slug: string }) {
  const { t } = useTranslation('providers');
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('form.keyUnreadableTitle')}>
      {t('form.keyUnreadableText')}{' '}
      <TextLink to="/providers/$slug" params={{ slug }} search={{ tab: 'connection' }} inherit>
        {t('form.keyUnreadableFix')}
      </TextLink>
    </Alert>
  );
}
