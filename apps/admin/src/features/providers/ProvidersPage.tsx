import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { usePageActions } from '../../components/page-actions.js';
import { useFmt } from '../../i18n/fmt.js';
import { ProviderFilters } from './ProviderFilters.js';
import { ProviderTable } from './ProviderTable.js';
import { useProviders } from './useProviders.js';
import { useProvidersSearch } from './useProvidersSearch.js';

export { prefetchProviders } from './prefetch-providers.js';

export function ProvidersPage() {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  const providers = useProviders(useProvidersSearch().search);
  const mayCreate = providers.data?.can.create === true;
  const navigate = useNavigate();
  const add = () => void navigate({ to: '/providers/new' });
  usePageActions(mayCreate ? [{ id: 'add', label: t('add'), icon: IconPlus, keys: 'n', run: add }] : []);
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
