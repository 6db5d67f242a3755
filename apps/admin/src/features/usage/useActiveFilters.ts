import { useTranslation } from 'react-i18next';
import type { ActiveFilter } from '../../components/FilterBar.js';
import type { Report } from './usage-context.js';
import { useFilterChoices } from './useFilterChoices.js';

/** What the report is narrowed to, in words. */
export function useActiveFilters(report: Report): ActiveFilter[] {
  const { t } = useTranslation('usage');
  const { search, onSearch, isOfProvider } = report;
  const { providers, models, admins } = useFilterChoices(report);
  const { keySource, outcome } = search;
  const named = (choices: ReadonlyArray<{ value: string; label: string }>, chosen: string | undefined) =>
    choices.find(({ value }) => value === chosen)?.label;
  const found = [
    { id: 'provider', name: t('by.provider'), value: isOfProvider ? undefined : named(providers, search.provider) },
    { id: 'model', name: t('by.model'), value: named(models, search.model) },
    { id: 'admin', name: t('by.admin'), value: named(admins, search.admin) },
    { id: 'keySource', name: t('by.keySource'), value: keySource && t(`keySource.${keySource}`) },
    { id: 'outcome', name: t('filter.outcome'), value: outcome && t(`outcome.${outcome}`) },
  ];
  return found.flatMap(({ id, name, value }) =>
    value === undefined
      ? []
      : [{ id, label: t('filter.is', { name, value }), onRemove: () => onSearch({ [id]: undefined }) }],
  );
}
