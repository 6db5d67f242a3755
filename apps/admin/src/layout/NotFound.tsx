import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState.js';
import { ButtonLink } from '../components/links.js';
import { Page } from '../components/Page.js';
import { PlainFrame } from '../components/PlainFrame.js';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('error.notFoundTitle')}>
      <EmptyState
        title={t('error.notFoundText')}
        action={<ButtonLink to="/providers">{t('action.home')}</ButtonLink>}
      />
    </Page>
  );
}

/** For an address that belongs to no page. */
export function FullPageNotFound() {
  return (
    <PlainFrame>
      <NotFound />
    </PlainFrame>
  );
}
