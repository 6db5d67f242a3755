import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { DataTable } from '../../components/DataTable.js';
import { Pager } from '../../components/Pager.js';
import { NoTokens } from './NoTokens.js';
import { tokenColumns } from './token-columns.js';
import type { Asked } from './TokenLayers.js';
import { useRowActions } from './useRowActions.js';
import { useTokens } from './useTokens.js';
import { useTokensSearch } from './useTokensSearch.js';

export function TokenTable({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('tokens');
  const { search, filter, make } = useTokensSearch();
  const { data, error, isFetching, refetch } = useTokens(search);
  return (
    <DataTable
      caption={t('title')}
      rows={data?.items}
      rowId={({ publicId }) => publicId}
      rowName={({ name }) => name}
      columns={tokenColumns(t, { withOwner: data?.can.readAny === true })}
      rowActions={useRowActions(onAsk)}
      sort={search.sort}
      onSort={(sort) => filter({ sort: sort as typeof search.sort })} // a column's sortKey is one of the contract's
      isFetching={isFetching}
      failure={error && failureOf(error)}
      onRetry={() => void refetch()}
      skeletonRows={4}
      empty={<NoTokens onMake={make} />}
      footer={<ListPager total={data?.total ?? 0} />}
    />
  );
}

function ListPager({ total }: { total: number }) {
  const { search, filter } = useTokensSearch();
  const turn = (page: number) => filter({ page: page === 1 ? undefined : page });
  return <Pager page={search.page ?? 1} pageSize={search.pageSize ?? 50} total={total} onPage={turn} />;
}
