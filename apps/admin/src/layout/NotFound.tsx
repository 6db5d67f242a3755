import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState.js';
import { ButtonLink } from '../components/links.js';
import { Page } from '../components/Page.js';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('error.notFoundTitle')}>
      <EmptyState
        title={t('error.notFoundTitle')}
        text={t('error.notFoundText')}
        action={<ButtonLink to="/providers">{t('action.home')}</ButtonLink>}
      />
    </Page>
  );
}
