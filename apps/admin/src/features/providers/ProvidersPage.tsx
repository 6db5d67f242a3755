import type { ProviderOutput } from '@ai-providers/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { DataTable } from '../../components/DataTable.js';
import { ButtonLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { Pager } from '../../components/Pager.js';
import { useFmt } from '../../i18n/fmt.js';
import { NoProviders } from './NoProviders.js';
import { ProviderFilters } from './ProviderFilters.js';
import { useProviderColumns } from './useProviderColumns.js';
import { useRowActions } from './useRowActions.js';
import { useProviders } from './useProviders.js';
import { useProvidersSearch } from './useProvidersSearch.js';

// Loaded when somebody first deletes: most visits to a list delete nothing.
const DeleteProvider = lazy(async () => ({ default: (await import('./DeleteProvider.js')).DeleteProvider }));

export function ProvidersPage() {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  const { search, filter } = useProvidersSearch();
  const providers = useProviders(search);
  const [deleting, setDeleting] = useState<ProviderOutput | null>(null);
  const { columns, dialog } = useProviderColumns(providers.data?.items);
  const mayCreate = providers.data?.can.create === true;
  const total = providers.data?.total ?? 0;
  return (
    <Page
      title={t('title')}
      aside={providers.data && fmt.number(total)}
      actions={mayCreate && <ButtonLink to="/providers/new">{t('add')}</ButtonLink>}
    >
      <ProviderFilters />
      <DataTable
        caption={t('title')}
        rows={providers.data?.items}
        rowId={(provider) => provider.publicId}
        rowName={(provider) => provider.displayName}
        columns={columns}
        rowActions={useRowActions(setDeleting)}
        sort={search.sort}
        onSort={(sort) => filter({ sort: sort as typeof search.sort })} // a column's sortKey is one of the contract's
        isFetching={providers.isFetching}
        failure={providers.isError ? failureOf(providers.error) : null}
        onRetry={() => void providers.refetch()}
        empty={<NoProviders mayCreate={mayCreate} />}
        footer={<ListPager total={total} />}
      />
      {dialog}
      <Suspense>{deleting && <DeleteProvider provider={deleting} onClose={() => setDeleting(null)} />}</Suspense>
    </Page>
  );
}

function ListPager({ total }: { total: number }) {
  const { search, filter } = useProvidersSearch();
  const turn = (page: number) => filter({ page: page === 1 ? undefined : page });
  return <Pager page={search.page ?? 1} pageSize={search.pageSize ?? 50} total={total} onPage={turn} />;
}
