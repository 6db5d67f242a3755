import { useTranslation } from 'react-i18next';
import type { ActiveFilter } from '../../components/FilterBar.js';
import { useListChips } from '../../components/useListChips.js';
import { useOwnerChoices } from './useTokens.js';
import { useTokensSearch } from './useTokensSearch.js';

const sortLabels = {
  name: 'column.name',
  createdAt: 'column.created',
  expiresAt: 'column.expires',
  lastUsedAt: 'column.lastUsed',
} as const;
type SortKey = keyof typeof sortLabels;

/** What the list is narrowed and sorted by, in words. The search text stands in its own field. */
export function useActiveFilters({ withOwners }: { withOwners: boolean }): ActiveFilter[] {
  const { t } = useTranslation('tokens');
  const { search, filter } = useTokensSearch();
  const { owner, state, expiring, sort } = search;
  const owners = useOwnerChoices(withOwners && owner !== undefined).data?.items;
  const sorted = useListChips<SortKey>({
    sort,
    sortLabel: (key) => t(sortLabels[key]),
    onRemove: () => filter({ sort: undefined }),
  });
  const active: ActiveFilter[] = [];
  if (owner) {
    const value = owners?.find(({ publicId }) => publicId === owner)?.email ?? owner;
    const label = t('list.ownerIs', { value });
    active.push({ id: 'owner', label, onRemove: () => filter({ owner: undefined }) });
  }
  if (state) {
    const label = t('list.stateIs', { value: t(`state.${state}`) });
    active.push({ id: 'state', label, onRemove: () => filter({ state: undefined }) });
  }
  if (expiring) active.push({ id: 'expiring', label: t('list.soon'), onRemove: () => filter({ expiring: undefined }) });
  return [...active, ...sorted];
}
