import { useTranslation } from 'react-i18next';
import type { ActiveFilter } from '../../components/FilterBar.js';
import { useListChips } from '../../components/useListChips.js';
import { useProviderChoices } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';

/** What the list is narrowed and sorted by, in words. The search text stands in its own field. */
export function useActiveFilters(): ActiveFilter[] {
  const { t } = useTranslation('models');
  const { search, filter } = useModelsSearch();
  const providers = useProviderChoices();
  const { provider, capability } = search;
  const common = useListChips<SortKey>({ ...search, sortLabel: (key) => t(sortLabels[key]), onRemove: filter });
  const active: ActiveFilter[] = [];
  if (provider) {
    const value = providers.data?.items.find(({ slug }) => slug === provider)?.displayName ?? provider;
    const label = t('list.providerIs', { value });
    active.push({ id: 'provider', label, onRemove: () => filter({ provider: undefined }) });
  }
  if (capability) {
    const label = t('list.capabilityIs', { value: t(`capability.${capability}.word`) });
    active.push({ id: 'capability', label, onRemove: () => filter({ capability: undefined }) });
  }
  return [...active, ...common];
}

const sortLabels = {
  sortOrder: 'column.sortOrder',
  name: 'column.name',
  createdAt: 'column.createdAt',
  updatedAt: 'column.updatedAt',
  pricingInput: 'column.sortInput',
  pricingOutput: 'column.sortOutput',
  contextWindow: 'column.contextWindow',
  maxTokens: 'column.maxTokens',
  totalRequests: 'column.requests',
} as const;
type SortKey = keyof typeof sortLabels;
