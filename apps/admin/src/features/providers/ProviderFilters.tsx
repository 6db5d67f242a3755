import { keyStates } from '@ai-providers/contracts/names';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { FilterBar, type ActiveFilter } from '../../components/FilterBar.js';
import { FilterSelect } from '../../components/FilterSelect.js';
import { SearchField } from '../../components/SearchField.js';
import { StatusSelect } from '../../components/StatusSelect.js';
import { useListChips } from '../../components/useListChips.js';
import { useProvidersSearch } from './useProvidersSearch.js';

export function ProviderFilters() {
  const { t } = useTranslation('providers');
  const { search, filter, clear } = useProvidersSearch();
  const active = useActiveFilters();
  // To those who may only read, inactive providers and the state of keys are not sent at all.
  const mayKeep = useMay('providers.create');
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <SearchField
        value={search.search ?? ''}
        placeholder={t(mayKeep ? 'list.searchAll' : 'list.search')}
        onSearch={(text) => filter({ search: text || undefined }, { replace: true })}
      />
      {mayKeep && <StatusSelect value={search.status} onChange={(status) => filter({ status })} />}
      {mayKeep && <KeySelects />}
    </FilterBar>
  );
}

function KeySelects() {
  const { t } = useTranslation('providers');
  const { search, filter } = useProvidersSearch();
  return (
    <>
      <FilterSelect
        label={t('filter.key')}
        any={t('filter.anyKey')}
        options={keyStates.map((value) => ({ value, label: t(`filter.keys.${value}`) }))}
        value={search.key}
        onChange={(key) => filter({ key })}
      />
      <FilterSelect
        label={t('filter.shared')}
        any={t('filter.anyShared')}
        options={openTo.map((value) => ({ value, label: t(`filter.openTo.${value}`) }))}
        value={search.shared}
        onChange={(shared) => filter({ shared })}
      />
    </>
  );
}

function useActiveFilters(): ActiveFilter[] {
  const { t } = useTranslation('providers');
  const { search, filter } = useProvidersSearch();
  const common = useListChips<SortKey>({ ...search, sortLabel: (key) => t(sortLabels[key]), onRemove: filter });
  const chips: ActiveFilter[] = [];
  if (search.key) {
    const label = t('filter.keyIs', { value: t(`filter.keys.${search.key}`) });
    chips.push({ id: 'key', label, onRemove: () => filter({ key: undefined }) });
  }
  if (search.shared) {
    const label = t('filter.sharedIs', { value: t(`filter.openTo.${search.shared}`) });
    chips.push({ id: 'shared', label, onRemove: () => filter({ shared: undefined }) });
  }
  return [...chips, ...common];
}

const openTo = ['everybody', 'super'] as const;

const sortLabels = {
  sortOrder: 'column.sortOrder',
  name: 'column.name',
  createdAt: 'column.createdAt',
  updatedAt: 'column.updatedAt',
  lastUsedAt: 'column.lastUsed',
  totalRequests: 'column.requests',
} as const;
type SortKey = keyof typeof sortLabels;
