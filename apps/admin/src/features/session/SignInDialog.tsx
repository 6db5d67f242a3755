import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sessionEnded } from '../../api/session-ended.js';
import { Dialog } from '../../components/Dialog.js';
import { LoginForm } from './LoginForm.js';

/** Stands over the page when the session has ended, so that a half-filled form is not lost. */
export function SignInDialog() {
  const { t } = useTranslation('auth');
  return (
    <Dialog title={t('expired.title')} onClose={sessionEnded.clear} size={420}>
      <Stack>
        <Text size="sm">{t('expired.text')}</Text>
        <LoginForm onSignedIn={sessionEnded.clear} />
        <Button variant="subtle" onClick={() => window.location.assign('/login')}>
          {t('expired.leave')}
        </Button>
      </Stack>
    </Dialog>
  );
}
