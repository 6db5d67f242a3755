import type { ModelOutput } from '@ai-providers/contracts';
import { IconArrowRight, IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { canCopy, copyText } from '../../components/clipboard.js';
import type { RowAction } from '../../components/data-table.js';

interface Handlers {
  onOpen: (model: ModelOutput) => void;
  onDelete: (model: ModelOutput) => void;
}

export function useRowActions({ onOpen, onDelete }: Handlers): (model: ModelOutput) => RowAction[] {
  const { t } = useTranslation('models');
  return (model) => {
    const actions: RowAction[] = [
      {
        id: 'open',
        label: t('list.open'),
        icon: <IconArrowRight size={16} aria-hidden className="flip" />,
        onClick: () => onOpen(model),
      },
    ];
    if (canCopy()) {
      const icon = <IconCopy size={16} aria-hidden />;
      actions.push({
        id: 'copy',
        label: t('list.copyId'),
        icon,
        onClick: () => copyText(model.modelId, t('toast.idCopied')),
      });
    }
    if (model.can.delete) {
      const icon = <IconTrash size={16} aria-hidden />;
      actions.push({ id: 'delete', label: t('list.delete'), icon, danger: true, onClick: () => onDelete(model) });
    }
    return actions;
  };
}
