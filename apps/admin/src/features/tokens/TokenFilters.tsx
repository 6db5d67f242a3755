import { tokenStates } from '@ai-providers/contracts/names';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../components/FilterBar.js';
import { FilterSelect } from '../../components/FilterSelect.js';
import { SearchField } from '../../components/SearchField.js';
import { useActiveFilters } from './useActiveFilters.js';
import { useOwnerChoices } from './useTokens.js';
import { useTokensSearch } from './useTokensSearch.js';

interface Props {
  /** Whether the list holds the tokens of others. */
  withOwners: boolean;
}

export function TokenFilters({ withOwners }: Props) {
  const { t } = useTranslation('tokens');
  const { search, filter, clear } = useTokensSearch();
  const active = useActiveFilters({ withOwners });
  return (
    <FilterBar active={active} onClear={active.length > 1 ? clear : undefined}>
      <SearchField
        value={search.search ?? ''}
        placeholder={t('list.search')}
        onSearch={(text) => filter({ search: text || undefined }, { replace: true })}
      />
      {withOwners && <OwnerSelect />}
      <FilterSelect
        label={t('list.state')}
        any={t('list.anyState')}
        options={tokenStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={search.state}
        onChange={(state) => filter({ state })}
      />
      <FilterSelect
        label={t('column.expires')}
        any={t('list.anyExpiry')}
        options={[{ value: 'soon' as const, label: t('list.soon') }]}
        value={search.expiring}
        onChange={(expiring) => filter({ expiring })}
      />
    </FilterBar>
  );
}

function OwnerSelect() {
  const { t } = useTranslation('tokens');
  const { search, filter } = useTokensSearch();
  const owners = useOwnerChoices(true).data?.items ?? [];
  return (
    <FilterSelect
      label={t('column.owner')}
      any={t('list.anyOwner')}
      options={owners.map(({ publicId, email }) => ({ value: publicId, label: email }))}
      value={search.owner}
      onChange={(owner) => filter({ owner })}
    />
  );
}
