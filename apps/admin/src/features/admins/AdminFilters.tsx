import { adminStates, roles } from '@ai-providers/contracts/names';
import { useTranslation } from 'react-i18next';
import { FilterBar, type ActiveFilter } from '../../components/FilterBar.js';
import { FilterSelect } from '../../components/FilterSelect.js';
import { SearchField } from '../../components/SearchField.js';
import { useListChips } from '../../components/useListChips.js';
import { useAdminsSearch } from './useAdminsSearch.js';

export function AdminFilters() {
  const { t } = useTranslation('admins');
  const { search, filter, clear } = useAdminsSearch();
  const active = useActiveFilters();
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <SearchField
        value={search.search ?? ''}
        placeholder={t('list.search')}
        onSearch={(text) => filter({ search: text || undefined }, { replace: true })}
      />
      <FilterSelect
        label={t('column.role')}
        any={t('filter.anyRole')}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={search.role}
        onChange={(role) => filter({ role })}
      />
      <FilterSelect
        label={t('column.state')}
        any={t('filter.anyState')}
        options={adminStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={search.state}
        onChange={(state) => filter({ state })}
      />
      <FilterSelect
        label={t('filter.near')}
        any={t('filter.anyUsage')}
        options={near.map((value) => ({ value, label: t(`filter.nearIs.${value}`) }))}
        value={search.near}
        onChange={(choice) => filter({ near: choice })}
      />
    </FilterBar>
  );
}

const near = ['yes', 'no'] as const;

function useActiveFilters(): ActiveFilter[] {
  const { t } = useTranslation('admins');
  const { search, filter } = useAdminsSearch();
  const sorted = useListChips<keyof typeof sortLabels>({
    sort: search.sort,
    sortLabel: (key) => t(sortLabels[key]),
    onRemove: () => filter({ sort: undefined }),
  });
  const chips: ActiveFilter[] = [];
  if (search.role) {
    const label = t('filter.roleIs', { value: t(`role.${search.role}`) });
    chips.push({ id: 'role', label, onRemove: () => filter({ role: undefined }) });
  }
  if (search.state) {
    const label = t('filter.stateIs', { value: t(`state.${search.state}`) });
    chips.push({ id: 'state', label, onRemove: () => filter({ state: undefined }) });
  }
  if (search.near)
    chips.push({ id: 'near', label: t(`filter.nearIs.${search.near}`), onRemove: () => filter({ near: undefined }) });
  return [...chips, ...sorted];
}

const sortLabels = {
  email: 'column.email',
  name: 'column.name',
  createdAt: 'column.createdAt',
  lastLoginAt: 'column.lastLogin',
  lastSeenAt: 'column.lastSeen',
  requestsThisMonth: 'column.usage',
} as const;
