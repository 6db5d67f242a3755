import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function ActiveBadge({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation();
  return <Badge color={isActive ? 'green' : 'gray'}>{t(isActive ? 'state.active' : 'state.inactive')}</Badge>;
}
