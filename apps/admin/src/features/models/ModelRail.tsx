import { capabilities, type Capability } from '@ai-providers/contracts/names';
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckList } from '../../components/CheckList.js';
import { FilterSelect } from '../../components/FilterSelect.js';
import { Skeleton } from '@mantine/core';
import { useFmt } from '../../i18n/fmt.js';
import { without } from './useActiveFilters.js';
import { useProviderCounts } from './useModels.js';
import { useModelsAddress } from './models-address.js';
import { useModelsSearch } from './useModelsSearch.js';
import { ContextBounds, PriceBound } from './RailBounds.js';

interface Props {
  /** Only to those who may change models inactive ones are sent. */
  withStatus: boolean;
}

const statuses = ['active', 'inactive', 'retired', 'retiredActive'] as const;

/** Everything that the list can be narrowed by, each part of it in the address. */
export function ModelRail({ withStatus }: Props) {
  const { t } = useTranslation(['models', 'common']);
  const { search, filter } = useModelsSearch();
  const { provider } = useModelsAddress();
  return (
    <search aria-label={t('filter.title')}>
      <Stack gap="lg">
        {provider === undefined && <Providers />}
        <Capabilities />
        <PriceBound side="In" />
        <PriceBound side="Out" />
        <ContextBounds />
        {withStatus && (
          <FilterSelect
            label={t('common:filter.status')}
            any={t('common:filter.anyStatus')}
            options={statuses.map((value) => ({ value, label: t(`filter.statuses.${value}`) }))}
            value={search.status}
            onChange={(status) => filter({ status })}
          />
        )}
      </Stack>
    </search>
  );
}

function Providers() {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const { search, filter } = useModelsSearch();
  const checked = search.provider ?? [];
  const { data } = useProviderCounts(search);
  if (!data) return <Skeleton height={120} />;
  const toggle = (slug: string) => filter({ provider: toggled(checked, slug) });
  const choices = data.map(({ slug, displayName, count }) => ({
    value: slug,
    label: <bdi>{displayName}</bdi>,
    aside: fmt.number(count),
  }));
  return <CheckList legend={t('column.provider')} choices={choices} checked={checked} onToggle={toggle} />;
}

function Capabilities() {
  const { t } = useTranslation('models');
  const { search, filter } = useModelsSearch();
  const checked = search.capability ?? [];
  const toggle = (one: Capability) => filter({ capability: toggled(checked, one) });
  const choices = capabilities.map((value) => ({ value, label: t(`capability.${value}.word`) }));
  return <CheckList legend={t('filter.capabilities')} choices={choices} checked={checked} onToggle={toggle} />;
}

function toggled<Value>(list: readonly Value[], one: Value): Value[] | undefined {
  return list.includes(one) ? without(list, one) : [...list, one];
}
