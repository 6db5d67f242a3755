import { Skeleton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { ListLayout, useListRoom } from '../../components/ListLayout.js';
import { Page } from '../../components/Page.js';
import { usePageActions } from '../../components/page-actions.js';
import { useFmt } from '../../i18n/fmt.js';
import { ModelFilters } from './ModelFilters.js';
import { ModelTable } from './ModelTable.js';
import { OpenModel } from './OpenModel.js';
import { PageActions } from './PageActions.js';
import { useModelDialogs } from './useModelDialogs.js';
import { useModels } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';

// The list is there before what narrows it.
const ModelRail = lazy(async () => ({ default: (await import('./ModelRail.js')).ModelRail }));
// Not needed where the filters stand beside the list.
const FilterDrawer = lazy(async () => ({ default: (await import('./FilterDrawer.js')).FilterDrawer }));

export function ModelsPage() {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const { search, openId } = useModelsSearch();
  const models = useModels(search);
  const mayKeep = useMay('models.create');
  const { withRail, withPane } = useListRoom(openId !== undefined);
  const [isFiltering, setIsFiltering] = useState(false);
  const { openPrice, onDelete, onSetPrice, dialogs } = useModelDialogs();
  const toFilters = () => (withRail ? focusRail() : setIsFiltering(true));
  usePageActions([{ id: 'filters', keys: 'f', label: t('filter.goTo'), icon: IconFilter, run: toFilters }]);
  const total = models.data?.total ?? 0;
  const panel = <OpenModel models={models} isBeside={withPane} startAtPrice={openPrice} onDelete={onDelete} />;
  return (
    <Page title={t('title')} aside={models.data && fmt.number(total)} actions={<PageActions />}>
      <ListLayout rail={withRail && <Rail withStatus={mayKeep} />} pane={openId !== undefined && withPane && panel}>
        <ModelFilters onFilters={withRail ? undefined : () => setIsFiltering(true)} withRequests={mayKeep} />
        <ModelTable models={models} onDelete={onDelete} onSetPrice={onSetPrice} />
      </ListLayout>
      {!withPane && panel}
      <Suspense>
        {isFiltering && !withRail && (
          <FilterDrawer withStatus={mayKeep} total={total} onClose={() => setIsFiltering(false)} />
        )}
      </Suspense>
      {dialogs}
    </Page>
  );
}

function Rail({ withStatus }: { withStatus: boolean }) {
  return (
    <Suspense fallback={<Skeleton height={560} />}>
      <ModelRail withStatus={withStatus} />
    </Suspense>
  );
}

function focusRail(): void {
  document.querySelector<HTMLElement>('search input[type="checkbox"]')?.focus();
}
