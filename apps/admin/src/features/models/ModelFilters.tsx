import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/FilterBar.js';
import { FilterSelect } from '../../components/FilterSelect.js';
import { SearchField } from '../../components/SearchField.js';
import { useFmt } from '../../i18n/fmt.js';
import { useActiveFilters } from './useActiveFilters.js';
import { useModelsSearch } from './useModelsSearch.js';

interface Props {
  /** Opens the filters, where they do not stand beside the list. */
  onFilters: (() => void) | undefined;
  /** The number of requests is sent to super admins only, and so is its order. */
  withRequests: boolean;
}

/** The search, the order, and a chip for each filter that is on. */
export function ModelFilters({ onFilters, withRequests }: Props) {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const { search, filter, clear } = useModelsSearch();
  const active = useActiveFilters();
  const sorts = withRequests ? [...usualSorts, '-totalRequests' as const] : usualSorts;
  const options = sorts.map((value) => ({ value, label: t(`sort.${value}`) }));
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <SearchField
        value={search.search ?? ''}
        placeholder={t('list.search')}
        onSearch={(text) => filter({ search: text || undefined }, { replace: true })}
      />
      <FilterSelect
        label={t('sort.label')}
        any={t('sort.default')}
        // The heads of the table sort by more than this; what they chose stands here, too.
        options={
          search.sort && !isUsual(sorts, search.sort)
            ? [...options, { value: search.sort, label: t('sort.other') }]
            : options
        }
        value={search.sort}
        onChange={(sort) => filter({ sort })}
      />
      {onFilters && (
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={onFilters}
          flex="0 0 auto"
        >
          {active.length > 0
            ? t('filter.count', { count: active.length, shown: fmt.number(active.length) })
            : t('filter.title')}
        </Button>
      )}
    </FilterBar>
  );
}

const usualSorts = ['pricingInput', '-contextWindow', '-createdAt', 'name', 'sortOrder'] as const;

const isUsual = (sorts: readonly string[], sort: string) => sorts.includes(sort);
