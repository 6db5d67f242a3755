import { capabilities } from '@ai-providers/contracts/names';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/FilterBar.js';
import { SearchField } from '../../components/SearchField.js';
import { StatusSelect } from '../../components/StatusSelect.js';
import { useActiveFilters } from './useActiveFilters.js';
import { useProviderChoices } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';

interface Props {
  /** Only who may change models is sent inactive ones. */
  withStatus: boolean;
}

export function ModelFilters({ withStatus }: Props) {
  const { t } = useTranslation('models');
  const { search, filter, clear } = useModelsSearch();
  const active = useActiveFilters();
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <SearchField
        value={search.search ?? ''}
        placeholder={t('list.search')}
        onSearch={(text) => filter({ search: text || undefined }, { replace: true })}
      />
      <ProviderSelect />
      <CapabilitySelect />
      {(withStatus || search.status) && (
        <StatusSelect value={search.status} onChange={(status) => filter({ status })} />
      )}
    </FilterBar>
  );
}

function ProviderSelect() {
  const { t } = useTranslation('models');
  const { search, filter } = useModelsSearch();
  const providers = useProviderChoices().data?.items ?? [];
  const choices = providers.map(({ slug, displayName }) => ({ value: slug, label: displayName }));
  // The address may name one that is not among the choices, or not yet.
  const missing = search.provider !== undefined && !choices.some(({ value }) => value === search.provider);
  return (
    <NativeSelect
      aria-label={t('column.provider')}
      value={search.provider ?? ''}
      onChange={(event) => filter({ provider: event.currentTarget.value || undefined })}
      data={[
        { value: '', label: t('list.anyProvider') },
        ...(missing ? [{ value: search.provider ?? '', label: search.provider ?? '' }] : []),
        ...choices,
      ]}
    />
  );
}

function CapabilitySelect() {
  const { t } = useTranslation('models');
  const { search, filter } = useModelsSearch();
  return (
    <NativeSelect
      aria-label={t('column.capabilities')}
      value={search.capability ?? ''}
      onChange={({ currentTarget: { value } }) => filter({ capability: capabilities.find((each) => each === value) })}
      data={[
        { value: '', label: t('list.anyCapability') },
        ...capabilities.map((value) => ({ value, label: t(`capability.${value}.word`) })),
      ]}
    />
  );
}
