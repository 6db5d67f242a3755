import type { ProviderOutput } from '@ai-providers/contracts';
import { IconArrowRight, IconCopy, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RowAction } from '../../components/data-table.js';
import { toast } from '../../components/toast.js';

export function useRowActions(onDelete: (provider: ProviderOutput) => void): (provider: ProviderOutput) => RowAction[] {
  const { t } = useTranslation('providers');
  const navigate = useNavigate();
  const copy = (slug: string) =>
    navigator.clipboard.writeText(slug).then(
      () => toast.success(t('toast.slugCopied')),
      () => toast.failure(t('toast.copyFailed')), // the browser asks, and the answer was no
    );
  return (provider) => [
    {
      id: 'open',
      label: t('list.open'),
      icon: <IconArrowRight size={16} aria-hidden className="flip" />,
      onClick: () => void navigate({ to: '/providers/$slug', params: { slug: provider.slug } }),
    },
    // Browsers have no clipboard on plain http.
    ...(window.isSecureContext
      ? [
          {
            id: 'copy',
            label: t('list.copySlug'),
            icon: <IconCopy size={16} aria-hidden />,
            onClick: () => void copy(provider.slug),
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
