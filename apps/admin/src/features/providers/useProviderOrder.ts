import type { ProviderOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import type { RowOrder } from '../../components/data-table.js';
import { useSortableRows } from '../../components/useSortableRows.js';
import { placeAt } from './provider-order.js';
import { useMoveProvider } from './useMoveProvider.js';
import type { ProviderList } from './useProviderMutations.js';
import { isFiltered, pageOf, type ProvidersSearch } from './useProvidersSearch.js';

export interface ProviderMoves {
  /** For the table; undefined where nobody may move a row. */
  rowOrder: RowOrder<ProviderOutput> | undefined;
  /** Whether the list shows the order that moves change. */
  isOpen: boolean;
  isFirst: (provider: ProviderOutput) => boolean;
  isLast: (provider: ProviderOutput) => boolean;
  /** Up or down by one, also over the edge of the page. */
  step: (provider: ProviderOutput, by: 1 | -1) => void;
  toPosition: (provider: ProviderOutput, position: number) => void;
}

/** How rows are moved: by their handles, from their menus, to a number. */
export function useProviderOrder(list: ProviderList | undefined, search: ProvidersSearch, may: boolean): ProviderMoves {
  const { t } = useTranslation('providers');
  const Rows = useSortableRows(may);
  const move = useMoveProvider(search);
  const { items = [], total = 0 } = list ?? {};
  const { before } = pageOf(search);
  const isOpen = may && !isFiltered(search) && (search.sort === undefined || search.sort === 'sortOrder');

  const indexOf = ({ publicId }: ProviderOutput) => items.findIndex((each) => each.publicId === publicId);
  const moveTo = (provider: ProviderOutput, index: number) =>
    move(placeAt(items, provider.publicId, index, before), provider.displayName);
  const rowOrder = {
    Rows: Rows ?? undefined,
    ...(!isOpen && { locked: t('order.locked') }),
    before,
    total,
    onMove: moveTo,
  };
  return {
    rowOrder: may && Rows !== null ? rowOrder : undefined,
    isOpen,
    isFirst: (provider) => before + indexOf(provider) === 0,
    isLast: (provider) => before + indexOf(provider) === total - 1,
    step: (provider, by) => moveTo(provider, indexOf(provider) + by),
    toPosition: (provider, position) => move({ publicId: provider.publicId, position }, provider.displayName),
  };
}
