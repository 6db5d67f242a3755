import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { Forbidden } from '../../layout/Forbidden.js';
import { ProviderCreateForm } from './ProviderCreateForm.js';

export function ProviderNewPage() {
  const { t } = useTranslation('providers');
  if (!useMay('providers.create')) return <Forbidden />;
  const parents = [{ label: t('title'), link: <TextLink to="/providers">{t('title')}</TextLink> }];
  return (
    <Page title={t('form.newTitle')} parents={parents}>
      <ProviderCreateForm />
    </Page>
  );
}
