import type { ModelOutput } from '@ai-providers/contracts';
import { IconCode, IconCopy, IconCopyPlus, IconPower, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { canCopy, copyText } from '../../components/clipboard.js';
import type { RowAction } from '../../components/data-table.js';

interface Deeds {
  onToggle: (model: ModelOutput) => void;
  onDelete: (model: ModelOutput) => void;
}

/** The menu of a row: what the server says may be done with it. */
export function useRowActions({ onToggle, onDelete }: Deeds): (model: ModelOutput) => RowAction[] {
  const { t } = useTranslation('models');
  const navigate = useNavigate();
  const copies = useCopies();
  const mayCreate = useMay('models.create');
  const toggle = (model: ModelOutput): RowAction => ({
    id: 'toggle',
    label: t(model.isActive ? 'list.deactivate' : 'list.activate'),
    icon: <IconPower size={16} aria-hidden />,
    onClick: () => onToggle(model),
  });
  const duplicate = ({ publicId }: ModelOutput): RowAction => ({
    id: 'duplicate',
    label: t('list.duplicate'),
    icon: <IconCopyPlus size={16} aria-hidden />,
    onClick: () => void navigate({ to: '/models/new', search: { from: publicId } }),
  });
  const remove = (model: ModelOutput): RowAction => ({
    id: 'delete',
    label: t('list.delete'),
    icon: <IconTrash size={16} aria-hidden />,
    danger: true,
    onClick: () => onDelete(model),
  });
  return (model) => [
    ...copies(model),
    ...(model.can.update ? [toggle(model)] : []),
    ...(mayCreate ? [duplicate(model)] : []),
    ...(model.can.delete ? [remove(model)] : []),
  ];
}

function useCopies(): (model: ModelOutput) => RowAction[] {
  const { t } = useTranslation('models');
  return (model) => {
    if (!canCopy()) return [];
    return [
      {
        id: 'copy',
        label: t('list.copyId'),
        icon: <IconCopy size={16} aria-hidden />,
        onClick: () => copyText(model.modelId, t('toast.idCopied')),
      },
      {
        id: 'snippet',
        label: t('list.copySnippet'),
        icon: <IconCode size={16} aria-hidden />,
        onClick: () => void copySnippet(model, t('toast.snippetCopied')),
      },
    ];
  };
}

/** Most visits to a list copy none. */
async function copySnippet(model: ModelOutput, done: string): Promise<void> {
  const { modelSnippet } = await import('./model-snippet.js');
  copyText(modelSnippet(model, window.location.origin), done);
}
