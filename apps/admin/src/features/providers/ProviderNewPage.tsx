import { useTranslation } from 'react-i18next';
import { TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { Forbidden } from './Forbidden.js';
import { ProviderCreateForm } from './ProviderCreateForm.js';
import { useMayCreate } from './useProviders.js';

export function ProviderNewPage() {
  const { t } = useTranslation('providers');
  if (!useMayCreate()) return <Forbidden />;
  const parents = [{ label: t('title'), link: <TextLink to="/providers">{t('title')}</TextLink> }];
  return (
    <Page title={t('form.newTitle')} parents={parents}>
      <ProviderCreateForm />
    </Page>
  );
}
