import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { DataTable } from '../../components/DataTable.js';
import { EmptyState, NoMatch } from '../../components/EmptyState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Pager } from '../../components/Pager.js';
import { useSelection } from '../../components/selection.js';
import { useFmt } from '../../i18n/fmt.js';
import { adminColumns } from './admin-columns.js';
import { nameOf } from './AdminName.js';
import { useAccountDeeds } from './useAccountDeeds.js';
import type { useAdmins } from './useAdmins.js';
import { useRowActions } from './useRowActions.js';
import { filterOf, isFiltered, pageOf, useAdminsSearch } from './useAdminsSearch.js';

// Loaded when somebody first ticks a row.
const AdminBulk = lazyPart(async () => (await import('./AdminBulk.js')).AdminBulk);

interface Props {
  admins: ReturnType<typeof useAdmins>;
  onInvite: () => void;
}

export function AdminTable({ admins, onInvite }: Props) {
  const { t } = useTranslation('admins');
  const { search, filter, clear } = useAdminsSearch();
  const selection = useSelection(JSON.stringify(filterOf(search)));
  const deeds = useAccountDeeds();
  const navigate = useNavigate();
  const total = admins.data?.total ?? 0;
  const turn = (page: number) => filter({ page: page === 1 ? undefined : page });
  const isAlone = total === 1 && !isFiltered(search);
  return (
    <>
      <DataTable
        caption={t('title')}
        rows={admins.data?.items}
        rowId={({ publicId }) => publicId}
        rowName={nameOf}
        columns={adminColumns(t, useFmt())}
        rowActions={useRowActions(deeds)}
        onRowEdit={({ publicId: id }) => navigate({ to: '/admins/$id', params: { id } })}
        selection={selection}
        sort={search.sort}
        onSort={(sort) => filter({ sort: sort as typeof search.sort })} // a column's sortKey is one of the contract's
        isFetching={admins.isFetching}
        failure={admins.isError ? failureOf(admins.error) : null}
        onRetry={() => void admins.refetch()}
        empty={<NoMatch onClear={clear} />}
        footer={<Pager {...pageOf(search)} total={total} onPage={turn} />}
      />
      {isAlone && <OnlyYou onInvite={onInvite} />}
      <Suspense>
        {selection.size > 0 && <AdminBulk selection={selection} filter={filterOf(search)} total={total} />}
      </Suspense>
      {deeds.dialogs}
    </>
  );
}

function OnlyYou({ onInvite }: { onInvite: () => void }) {
  const { t } = useTranslation('admins');
  return (
    <EmptyState
      title={t('list.aloneTitle')}
      text={t('list.aloneText')}
      icon={<IconUsers />}
      action={
        <Button variant="default" onClick={onInvite}>
          {t('invite.open')}
        </Button>
      }
    />
  );
}
