import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { FilterBar, type ActiveFilter } from '../../components/FilterBar.js';
import { SearchField } from '../../components/SearchField.js';
import { StatusSelect } from '../../components/StatusSelect.js';
import { useListChips } from '../../components/useListChips.js';
import { useProvidersSearch } from './useProvidersSearch.js';

export function ProviderFilters() {
  const { t } = useTranslation('providers');
  const { search, filter, clear } = useProvidersSearch();
  const active = useActiveFilters();
  // To those who may only read, inactive providers are not sent at all.
  const mayKeep = useMay('providers.create');
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <SearchField
        value={search.search ?? ''}
        placeholder={t('list.search')}
        onSearch={(text) => filter({ search: text || undefined }, { replace: true })}
      />
      {mayKeep && <StatusSelect value={search.status} onChange={(status) => filter({ status })} />}
    </FilterBar>
  );
}

function useActiveFilters(): ActiveFilter[] {
  const { t } = useTranslation('providers');
  const { search, filter } = useProvidersSearch();
  return useListChips<SortKey>({ ...search, sortLabel: (key) => t(sortLabels[key]), onRemove: filter });
}

const sortLabels = {
  sortOrder: 'column.sortOrder',
  name: 'column.name',
  createdAt: 'column.createdAt',
  updatedAt: 'column.updatedAt',
  lastUsedAt: 'column.lastUsed',
  totalRequests: 'column.requests',
} as const;
type SortKey = keyof typeof sortLabels;
