import { useTranslation } from 'react-i18next';
import type { ActiveFilter } from './FilterBar.js';
import type { Status } from './StatusSelect.js';

interface List<Key extends string> {
  status?: Status;
  /** `name` upwards, `-name` downwards. */
  sort?: Key | `-${Key}`;
  /** What each key of the sort is called. */
  sortLabel: (key: Key) => string;
  onRemove: (filter: { status?: undefined } | { sort?: undefined }) => void;
}

/** Chips for what every list can be narrowed and sorted by. */
export function useListChips<Key extends string>({ status, sort, sortLabel, onRemove }: List<Key>): ActiveFilter[] {
  const { t } = useTranslation();
  const chips: ActiveFilter[] = [];
  if (status) {
    const label = t('filter.statusIs', { value: t(`state.${status}`) });
    chips.push({ id: 'status', label, onRemove: () => onRemove({ status: undefined }) });
  }
  if (sort) {
    const label = t('filter.sortedBy', { value: sortLabel(sort.replace('-', '') as Key) }); // without its sign
    chips.push({ id: 'sort', label, onRemove: () => onRemove({ sort: undefined }) });
  }
  return chips;
}
