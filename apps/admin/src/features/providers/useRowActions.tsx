import type { ProviderOutput } from '@ai-providers/contracts';
import { IconArrowRight, IconCopy, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RowAction } from '../../components/data-table.js';
import { canCopy, copyText } from '../../components/clipboard.js';

export function useRowActions(onDelete: (provider: ProviderOutput) => void): (provider: ProviderOutput) => RowAction[] {
  const { t } = useTranslation('providers');
  const navigate = useNavigate();
  return (provider) => [
    {
      id: 'open',
      label: t('list.open'),
      icon: <IconArrowRight size={16} aria-hidden className="flip" />,
      onClick: () => void navigate({ to: '/providers/$slug', params: { slug: provider.slug } }),
    },
    ...(canCopy()
      ? [
          {
            id: 'copy',
            label: t('list.copySlug'),
            icon: <IconCopy size={16} aria-hidden />,
            onClick: () => copyText(provider.slug, t('toast.slugCopied')),
          },
        ]
      : []),
    ...(provider.can.delete
      ? [
          {
            id: 'delete',
            label: t('list.delete'),
            icon: <IconTrash size={16} aria-hidden />,
            danger: true,
            onClick: () => onDelete(provider),
          },
        ]
      : []),
  ];
}
