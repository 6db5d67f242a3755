import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.js';
import { FormSkeleton } from '../../components/Skeletons.js';

export function ProviderDetailPage() {
  const { t } = useTranslation('providers');
  return (
    <Page title={t('title')}>
      <FormSkeleton />
    </Page>
  );
}
