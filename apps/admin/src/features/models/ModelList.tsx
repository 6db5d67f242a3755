import { Skeleton } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { lazyPart } from '../../components/lazy-part.js';
import { ListLayout, useListRoom } from '../../components/ListLayout.js';
import { usePageActions } from '../../components/page-actions.js';
import { ModelFilters } from './ModelFilters.js';
import { ModelTable } from './ModelTable.js';
import { OpenModel } from './OpenModel.js';
import { useModelDialogs } from './useModelDialogs.js';
import type { useModels } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';

// The list is there before what narrows it.
const ModelRail = lazyPart(async () => (await import('./ModelRail.js')).ModelRail);
// Not needed where the filters stand beside the list.
const FilterDrawer = lazyPart(async () => (await import('./FilterDrawer.js')).FilterDrawer);

interface Props {
  models: ReturnType<typeof useModels>;
  /** Keeps the filters in a drawer also where there is room beside the list. */
  withoutRail?: boolean;
}

/** Models with what narrows them, what can be done with them, and the one that is open. */
export function ModelList({ models, withoutRail = false }: Props) {
  const { t } = useTranslation('models');
  const { openId } = useModelsSearch();
  const mayKeep = useMay('models.create');
  const { withRail: hasRoom, withPane } = useListRoom(openId !== undefined);
  const withRail = hasRoom && !withoutRail;
  const [isFiltering, setIsFiltering] = useState(false);
  const { openPrice, onDelete, onSetPrice, dialogs } = useModelDialogs();
  const toFilters = () => (withRail ? focusRail() : setIsFiltering(true));
  usePageActions([{ id: 'filters', keys: 'f', label: t('filter.goTo'), icon: IconFilter, run: toFilters }]);
  const panel = <OpenModel models={models} isBeside={withPane} startAtPrice={openPrice} onDelete={onDelete} />;
  return (
    <>
      <ListLayout rail={withRail && <Rail withStatus={mayKeep} />} pane={openId !== undefined && withPane && panel}>
        <ModelFilters onFilters={withRail ? undefined : () => setIsFiltering(true)} withRequests={mayKeep} />
        <ModelTable models={models} onDelete={onDelete} onSetPrice={onSetPrice} />
      </ListLayout>
      {!withPane && panel}
      <Suspense>
        {isFiltering && !withRail && (
          <FilterDrawer withStatus={mayKeep} total={models.data?.total ?? 0} onClose={() => setIsFiltering(false)} />
        )}
      </Suspense>
      {dialogs}
    </>
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
