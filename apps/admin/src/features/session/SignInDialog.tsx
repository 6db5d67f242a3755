import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.js';
import { sessionEnded } from '../../api/session-ended.js';
import { Dialog } from '../../components/Dialog.js';
import { LoginForm } from './LoginForm.js';

/** Stands over the page when the session has ended, so that a half-filled form is not lost. */
export function SignInDialog() {
  const { t } = useTranslation('auth');
  const [email] = useState(useMe().data?.user.email);
  return (
    <Dialog title={t('expired.title')} onClose={sessionEnded.clear} size={420}>
      <Stack>
        <Text size="sm">{t('expired.text')}</Text>
        <LoginForm email={email} onSignedIn={sessionEnded.clear} />
        <Button variant="subtle" onClick={() => window.location.assign('/login')}>
          {t('expired.leave')}
        </Button>
      </Stack>
    </Dialog>
  );
}
