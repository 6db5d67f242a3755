import type { ModelOutput } from '@ai-providers/contracts';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { DataTable } from '../../components/DataTable.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Pager } from '../../components/Pager.js';
import { useSelection } from '../../components/selection.js';
import { useFmt } from '../../i18n/fmt.js';
import { modelColumns } from './model-columns.js';
import { NoModels } from './NoModels.js';
import { useSetActive } from './useModelMutations.js';
import type { useModels } from './useModels.js';
import { filterOf, useModelsSearch } from './useModelsSearch.js';
import { useRowActions } from './useRowActions.js';

// Loaded when somebody first ticks a row.
const ModelBulk = lazyPart(async () => (await import('./ModelBulk.js')).ModelBulk);

interface Props {
  models: ReturnType<typeof useModels>;
  onDelete: (model: ModelOutput) => void;
  onSetPrice: (model: ModelOutput) => void;
}

export function ModelTable({ models, onDelete, onSetPrice }: Props) {
  const { t } = useTranslation('models');
  const { search, openId, filter, open } = useModelsSearch();
  const mayKeep = useMay('models.create');
  const selection = useSelection(JSON.stringify(filterOf(search)));
  const [hasTicked, setHasTicked] = useState(false);
  if (selection.size > 0 && !hasTicked) setHasTicked(true);
  const onToggle = useToggle();
  const total = models.data?.total ?? 0;
  const columns = useColumns({ rows: models.data?.items, expectsDetails: mayKeep, onToggle, onSetPrice });
  return (
    <>
      <DataTable
        caption={t('title')}
        list="models"
        rows={models.data?.items}
        rowId={(model) => model.publicId}
        rowName={(model) => model.displayName}
        columns={columns}
        rowActions={useRowActions({ onToggle, onDelete })}
        selection={mayKeep ? selection : undefined}
        onRowOpen={({ publicId }) => open(publicId)}
        onRowEdit={({ can, publicId }) => can.update && open(publicId)}
        openRowId={openId}
        sort={search.sort}
        onSort={(sort) => filter({ sort: sort as typeof search.sort })} // a column's sortKey is one of the contract's
        isFetching={models.isFetching}
        failure={models.isError ? failureOf(models.error) : null}
        onRetry={() => void models.refetch()}
        skeletonRows={12}
        empty={<NoModels mayCreate={models.data?.can.create === true} />}
        footer={<ListPager total={total} />}
      />
      <Suspense>
        {mayKeep && hasTicked && <ModelBulk selection={selection} filter={filterOf(search)} total={total} />}
      </Suspense>
    </>
  );
}

function useToggle() {
  const setActive = useSetActive();
  return ({ publicId, isActive }: ModelOutput) => setActive.mutate({ publicId, patch: { isActive: !isActive } });
}

type Columns = Omit<Parameters<typeof modelColumns>[0], 't' | 'fmt'>;

function useColumns(columns: Columns) {
  const { t } = useTranslation('models');
  return modelColumns({ t, fmt: useFmt(), ...columns });
}

function ListPager({ total }: { total: number }) {
  const { search, filter } = useModelsSearch();
  const turn = (page: number) => filter({ page: page === 1 ? undefined : page });
  return <Pager page={search.page ?? 1} pageSize={search.pageSize ?? 50} total={total} onPage={turn} />;
}
