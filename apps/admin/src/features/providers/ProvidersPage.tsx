import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { useFmt } from '../../i18n/fmt.js';
import { ProviderFilters } from './ProviderFilters.js';
import { ProviderTable } from './ProviderTable.js';
import { useProviders } from './useProviders.js';
import { useProvidersSearch } from './useProvidersSearch.js';

export function ProvidersPage() {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  const providers = useProviders(useProvidersSearch().search);
  const mayCreate = providers.data?.can.create === true;
  return (
    <Page
      title={t('title')}
      aside={providers.data && fmt.number(providers.data.total)}
      actions={mayCreate && <ButtonLink to="/providers/new">{t('add')}</ButtonLink>}
    >
      <ProviderFilters />
      <ProviderTable providers={providers} />
    </Page>
  );
}
