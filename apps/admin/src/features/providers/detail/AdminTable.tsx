import type { ProviderAdmin, ProviderOutput } from '@ai-providers/contracts';
import { Badge, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../api/error-message.js';
import type { Column } from '../../../components/data-table.js';
import { DataTable } from '../../../components/DataTable.js';
import { NoMatch } from '../../../components/EmptyState.js';
import { Ltr } from '../../../components/Ltr.js';
import { Pager } from '../../../components/Pager.js';
import { SearchField } from '../../../components/SearchField.js';
import { Time } from '../../../components/Time.js';
import { OwnKey, OwnUsage } from '../OwnKey.js';
import { useProviderAdmins } from '../useProviders.js';

const route = getRouteApi('/panel/providers/$slug');
const pageSize = 25;

/** Every active account with the key that its calls would use. */
export function AdminTable({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('provider');
  const { search, page, admins, show } = useShownAdmins(provider.slug);
  return (
    <Stack component="section" aria-labelledby="admins-of-provider">
      <Title order={2} id="admins-of-provider">
        {t('admins.title')}
      </Title>
      <div style={{ maxInlineSize: 420 }}>
        <SearchField
          value={search ?? ''}
          placeholder={t('admins.search')}
          onSearch={(text) => show({ search: text || undefined }, true)}
        />
      </div>
      <DataTable
        caption={t('admins.caption', { name: provider.displayName })}
        columns={useColumns()}
        rows={admins.data?.items}
        rowId={({ admin }) => admin.publicId}
        rowName={({ admin }) => admin.name || admin.email}
        isFetching={admins.isFetching}
        failure={admins.isError ? failureOf(admins.error) : null}
        onRetry={() => void admins.refetch()}
        skeletonRows={5}
        empty={<NoMatch onClear={() => show({ search: undefined })} />}
        footer={
          <Pager
            page={page}
            pageSize={pageSize}
            total={admins.data?.total ?? 0}
            onPage={(next) => show({ page: next === 1 ? undefined : next })}
          />
        }
      />
    </Stack>
  );
}

/** The part of the list that the address asks for, and how to ask for another. */
function useShownAdmins(slug: string) {
  const { search, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const admins = useProviderAdmins(slug, search, page);
  const show = (part: { search?: string; page?: number }, replace = false) =>
    void navigate({ search: (now) => ({ ...now, page: undefined, ...part }), replace });
  return { search, page, admins, show };
}

function useColumns(): Array<Column<ProviderAdmin>> {
  const { t } = useTranslation(['provider', 'common']);
  return [
    {
      id: 'admin',
      header: t('admins.admin'),
      isRowHeader: true,
      render: ({ admin }) => (
        <>
          {admin.name !== '' && <bdi>{admin.name}</bdi>}{' '}
          {admin.role === 'super' && <Badge size="sm">{t('common:account.super')}</Badge>}
          <Text size="xs" c="dimmed" miw={160}>
            <Ltr>{admin.email}</Ltr>
          </Text>
        </>
      ),
    },
    { id: 'key', header: t('admins.key'), render: (row) => <OwnKey own={row} words="theirs" /> },
    { id: 'usage', header: t('admins.usage'), align: 'end', render: (row) => <OwnUsage own={row} /> },
    {
      id: 'lastUsed',
      header: t('admins.lastUsed'),
      minRoom: 610,
      render: (row) => <Time value={row.lastUsedAt} />,
    },
  ];
}
