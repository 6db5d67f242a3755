import { useTranslation } from 'react-i18next';
import { FilterSelect } from './FilterSelect.js';

const statuses = ['active', 'inactive'] as const;
export type Status = (typeof statuses)[number];

interface Props {
  value: Status | undefined;
  onChange: (status: Status | undefined) => void;
}

export function StatusSelect({ value, onChange }: Props) {
  const { t } = useTranslation();
  const options = statuses.map((each) => ({ value: each, label: t(`state.${each}`) }));
  return (
    <FilterSelect
      label={t('filter.status')}
      any={t('filter.anyStatus')}
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}
