import type { TokenOutput } from '@ai-providers/contracts';
import { IconBan, IconPencil, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RowAction } from '../../components/data-table.js';
import type { Asked } from './TokenLayers.js';

const deeds = [
  { deed: 'rename', can: 'update', Icon: IconPencil },
  { deed: 'rotate', can: 'rotate', Icon: IconRefresh },
  { deed: 'revoke', can: 'revoke', Icon: IconBan },
] as const;

export function useRowActions(onAsk: (asked: Asked) => void): (token: TokenOutput) => RowAction[] {
  const { t } = useTranslation('tokens');
  return (token) =>
    deeds
      .filter(({ can }) => token.can[can])
      .map(({ deed, Icon }) => ({
        id: deed,
        label: t(`row.${deed}`),
        icon: <Icon size={16} aria-hidden />,
        danger: deed === 'revoke',
        onClick: () => onAsk({ deed, token }),
      }));
}
