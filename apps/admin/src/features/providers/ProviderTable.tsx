import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { DataTable } from '../../components/DataTable.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Pager } from '../../components/Pager.js';
import { useSelection } from '../../components/selection.js';
import { useFmt } from '../../i18n/fmt.js';
import { NoProviders } from './NoProviders.js';
import { providerColumns } from './provider-columns.js';
import { useOwnStanding } from './useOwnStanding.js';
import { useProviderDialogs } from './useProviderDialogs.js';
import { useProviderOrder } from './useProviderOrder.js';
import type { useProviders } from './useProviders.js';
import { filterOf, pageOf, useProvidersSearch } from './useProvidersSearch.js';
import { useRowActions } from './useRowActions.js';

// Loaded when somebody first ticks a row.
const ProviderBulk = lazyPart(async () => (await import('./ProviderBulk.js')).ProviderBulk);

export function ProviderTable({ providers }: { providers: ReturnType<typeof useProviders> }) {
  const { t } = useTranslation('providers');
  const { search, filter } = useProvidersSearch();
  const mayKeep = useMay('providers.create');
  const selection = useSelection(JSON.stringify(filterOf(search)));
  const moves = useProviderOrder(providers.data, search, mayKeep);
  const total = providers.data?.total ?? 0;
  const { open, toggle, dialogs } = useProviderDialogs(moves, total);
  const list = { moves, onPosition: open('move') };
  const actions = useRowActions({ onToggle: toggle, onDelete: open('delete'), list });
  const bulk = mayKeep && selection.size > 0 && (
    <ProviderBulk selection={selection} filter={filterOf(search)} total={total} />
  );
  return (
    <>
      <DataTable
        caption={t('title')}
        list="providers"
        rows={providers.data?.items}
        rowId={(provider) => provider.publicId}
        rowName={(provider) => provider.displayName}
        columns={useColumns(providers.data?.items, mayKeep, toggle)}
        rowActions={actions}
        onRowEdit={useRowEdit()}
        selection={mayKeep ? selection : undefined}
        order={moves.rowOrder}
        sort={search.sort}
        onSort={(sort) => filter({ sort: sort as typeof search.sort })} // a column's sortKey is one of the contract's
        isFetching={providers.isFetching}
        failure={providers.isError ? failureOf(providers.error) : null}
        onRetry={() => void providers.refetch()}
        empty={<NoProviders mayCreate={providers.data?.can.create === true} />}
        footer={<ListPager total={total} />}
      />
      <Suspense>{bulk}</Suspense>
      {dialogs}
    </>
  );
}

function useRowEdit() {
  const navigate = useNavigate();
  return ({ can, slug }: Rows[number]) =>
    can.update && navigate({ to: '/providers/$slug', params: { slug }, search: { tab: 'connection' } });
}

type Rows = NonNullable<ReturnType<typeof useProviders>['data']>['items'];

function useColumns(rows: Rows | undefined, expectsDetails: boolean, onToggle: (provider: Rows[number]) => void) {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  const own = useOwnStanding(!expectsDetails);
  return providerColumns({ t, fmt, rows, expectsDetails, own, onToggle });
}

function ListPager({ total }: { total: number }) {
  const { search, filter } = useProvidersSearch();
  const turn = (page: number) => filter({ page: page === 1 ? undefined : page });
  return <Pager {...pageOf(search)} total={total} onPage={turn} />;
}
