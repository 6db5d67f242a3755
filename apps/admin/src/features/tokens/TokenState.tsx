import type { TokenOutput } from '@ai-providers/contracts';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const colors = { active: 'green', expired: 'gray', revoked: 'red' } as const;

export function TokenState({ token: { state, replacedAt } }: { token: TokenOutput }) {
  const { t } = useTranslation('tokens');
  if (state === 'active' && replacedAt !== null) return <Badge color="orange">{t('state.replaced')}</Badge>;
  return <Badge color={colors[state]}>{t(`state.${state}`)}</Badge>;
}
