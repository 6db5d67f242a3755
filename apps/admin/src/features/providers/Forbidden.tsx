import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.js';
import { ButtonLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Page title={t('error.forbiddenTitle')}>
      <EmptyState
        title={t('error.forbiddenText')}
        action={<ButtonLink to="/providers">{t('action.home')}</ButtonLink>}
      />
    </Page>
  );
}
