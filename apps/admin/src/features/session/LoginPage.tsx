import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.js';
import { PlainFrame } from '../../components/PlainFrame.js';
import { LoginForm } from './LoginForm.js';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTranslation('auth');
  const router = useRouter();
  const { to } = route.useSearch();
  return (
    <PlainFrame>
      <Page title={t('login.title')}>
        <LoginForm onSignedIn={() => router.history.push(to ?? '/')} />
      </Page>
    </PlainFrame>
  );
}
