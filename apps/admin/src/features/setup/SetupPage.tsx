import { Text } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.js';
import { PlainFrame } from '../../components/PlainFrame.js';
import { SetupForm } from './SetupForm.js';
import { useSetupToken } from './useSetupToken.js';

export function SetupPage() {
  const { t } = useTranslation('auth');
  const router = useRouter();
  const token = useSetupToken();
  return (
    <PlainFrame>
      <Page title={t('setup.title')}>
        <Text size="sm" c="dimmed">
          {t('setup.text')}
        </Text>
        <SetupForm token={token} onDone={() => router.history.push('/providers')} />
      </Page>
    </PlainFrame>
  );
}
