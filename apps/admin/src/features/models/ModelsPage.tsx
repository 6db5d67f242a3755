import type { ModelOutput } from '@ai-providers/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { DataTable } from '../../components/DataTable.js';
import { ButtonLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { Pager } from '../../components/Pager.js';
import { useFmt } from '../../i18n/fmt.js';
import { modelColumns } from './model-columns.js';
import { ModelFilters } from './ModelFilters.js';
import { NoModels } from './NoModels.js';
import { OpenModel } from './OpenModel.js';
import { useSetActive } from './useModelMutations.js';
import { useModels } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';
import { useRowActions } from './useRowActions.js';

// Not needed to read the list.
const DeleteModel = lazy(() => import('./DeleteModel.js').then((module) => ({ default: module.DeleteModel })));

export function ModelsPage() {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const { search, openId, filter, open, close } = useModelsSearch();
  const models = useModels(search);
  const [deleting, setDeleting] = useState<ModelOutput | null>(null);
  const total = models.data?.total ?? 0;
  const onOpen = ({ publicId }: ModelOutput) => open(publicId);
  const forget = ({ publicId }: ModelOutput) => publicId === openId && close({ ignoreBlocker: true });
  return (
    <Page title={t('title')} aside={models.data && fmt.number(total)} actions={<AddModel />}>
      <ModelFilters withStatus={useMay('models.create')} />
      <DataTable
        caption={t('title')}
        rows={models.data?.items}
        rowId={(model) => model.publicId}
        rowName={(model) => model.displayName}
        columns={useColumns(models.data?.items)}
        rowActions={useRowActions({ onOpen, onDelete: setDeleting })}
        onRowOpen={onOpen}
        openRowId={openId}
        sort={search.sort}
        onSort={(sort) => filter({ sort: sort as typeof search.sort })} // a column's sortKey is one of the contract's
        isFetching={models.isFetching}
        failure={models.isError ? failureOf(models.error) : null}
        onRetry={() => void models.refetch()}
        empty={<NoModels mayCreate={models.data?.can.create === true} />}
        footer={<ListPager total={total} />}
      />
      <OpenModel rows={models.data?.items} updatedAt={models.dataUpdatedAt} onDelete={setDeleting} />
      <Suspense fallback={null}>
        {deleting && (
          <DeleteModel key={deleting.publicId} model={deleting} onDeleted={forget} onClose={() => setDeleting(null)} />
        )}
      </Suspense>
    </Page>
  );
}

/** Where the list is narrowed to one provider, the new model starts with it. */
function AddModel() {
  const { t } = useTranslation('models');
  const { provider } = useModelsSearch().search;
  if (!useMay('models.create')) return null;
  return (
    <ButtonLink to="/models/new" search={{ provider }}>
      {t('add')}
    </ButtonLink>
  );
}

function useColumns(rows: readonly ModelOutput[] | undefined) {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const setActive = useSetActive();
  const onToggle = ({ publicId, isActive }: ModelOutput) =>
    setActive.mutate({ publicId, patch: { isActive: !isActive } });
  return modelColumns({ t, fmt, rows, expectsDetails: useMay('models.create'), onToggle });
}

function ListPager({ total }: { total: number }) {
  const { search, filter } = useModelsSearch();
  const turn = (page: number) => filter({ page: page === 1 ? undefined : page });
  return <Pager page={search.page ?? 1} pageSize={search.pageSize ?? 50} total={total} onPage={turn} />;
}
