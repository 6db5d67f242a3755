import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterBar, type ActiveFilter } from '../../components/FilterBar.js';
import { SearchField } from '../../components/SearchField.js';
import { useMayCreate } from './useProviders.js';
import { useProvidersSearch } from './useProvidersSearch.js';

export function ProviderFilters() {
  const { t } = useTranslation(['providers', 'common']);
  const { search, filter, clear } = useProvidersSearch();
  const active = useActiveFilters();
  // To those who may only read, inactive providers are not sent at all.
  const mayKeep = useMayCreate();
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <SearchField
        value={search.search ?? ''}
        placeholder={t('list.search')}
        onSearch={(text) => filter({ search: text || undefined }, { replace: true })}
      />
      {mayKeep && <StatusSelect />}
    </FilterBar>
  );
}

function StatusSelect() {
  const { t } = useTranslation(['providers', 'common']);
  const { search, filter } = useProvidersSearch();
  return (
    <NativeSelect
      aria-label={t('list.status')}
      value={search.status ?? ''}
      onChange={(event) => filter({ status: statusOf(event.currentTarget.value) })}
      data={[
        { value: '', label: t('list.anyStatus') },
        { value: 'active', label: t('common:state.active') },
        { value: 'inactive', label: t('common:state.inactive') },
      ]}
    />
  );
}

function useActiveFilters(): ActiveFilter[] {
  const { t } = useTranslation(['providers', 'common']);
  const { search, filter } = useProvidersSearch();
  const active: ActiveFilter[] = [];
  if (search.status) {
    const label = t('list.statusIs', { value: t(`common:state.${search.status}`) });
    active.push({ id: 'status', label, onRemove: () => filter({ status: undefined }) });
  }
  if (search.sort) {
    const label = t('list.sortedBy', { value: t(sortLabels[search.sort.replace('-', '') as SortKey]) }); // without its sign
    active.push({ id: 'sort', label, onRemove: () => filter({ sort: undefined }) });
  }
  return active;
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

function statusOf(value: string): 'active' | 'inactive' | undefined {
  return value === 'active' || value === 'inactive' ? value : undefined;
}
