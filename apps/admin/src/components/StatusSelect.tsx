import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const statuses = ['active', 'inactive'] as const;
export type Status = (typeof statuses)[number];

interface Props {
  value: Status | undefined;
  onChange: (status: Status | undefined) => void;
}

export function StatusSelect({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('filter.status')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(statuses.find((each) => each === currentTarget.value))}
      data={[
        { value: '', label: t('filter.anyStatus') },
        ...statuses.map((each) => ({ value: each, label: t(`state.${each}`) })),
      ]}
    />
  );
}
