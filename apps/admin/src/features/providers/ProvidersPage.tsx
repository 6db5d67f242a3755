import type { ProviderOutput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import type { Column } from '../../components/data-table.js';
import { DataTable } from '../../components/DataTable.js';
import { EmptyState, NoMatch } from '../../components/EmptyState.js';
import { FilterBar } from '../../components/FilterBar.js';
import { TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { Pager } from '../../components/Pager.js';
import { SearchField } from '../../components/SearchField.js';
import { SecretStatus } from '../../components/SecretStatus.js';
import { useProviders } from './useProviders.js';

const route = getRouteApi('/panel/providers');

export function ProvidersPage() {
  const { t } = useTranslation('providers');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const providers = useProviders(search);
  return (
    <Page title={t('title')}>
      <FilterBar>
        <SearchField
          value={search.search ?? ''}
          onSearch={(text) =>
            void navigate({ search: { ...search, search: text || undefined, page: undefined }, replace: true })
          }
        />
      </FilterBar>
      <DataTable
        caption={t('title')}
        rows={providers.data?.items}
        rowId={(provider) => provider.publicId}
        rowName={(provider) => provider.displayName}
        columns={useColumns()}
        isFetching={providers.isFetching}
        failure={providers.isError ? failureOf(providers.error) : null}
        onRetry={() => void providers.refetch()}
        empty={
          search.search ? <NoMatch onClear={() => void navigate({ search: {} })} /> : <EmptyState title={t('title')} />
        }
        footer={
          <Pager
            page={search.page ?? 1}
            pageSize={50}
            total={providers.data?.total ?? 0}
            onPage={(page) => void navigate({ search: { ...search, page } })}
          />
        }
      />
    </Page>
  );
}

function useColumns(): Array<Column<ProviderOutput>> {
  const { t } = useTranslation(['providers', 'common']);
  return [
    {
      id: 'name',
      header: t('title'),
      isRowHeader: true,
      render: (provider) => (
        <TextLink to="/providers/$slug" params={{ slug: provider.slug }}>
          {provider.displayName}
        </TextLink>
      ),
    },
    {
      id: 'key',
      header: t('common:secret.newKey'),
      render: (provider) => <SecretStatus stored={provider.sharedApiKey} brief />,
    },
  ];
}
