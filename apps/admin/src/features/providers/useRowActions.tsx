import type { ProviderOutput } from '@ai-providers/contracts';
import {
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowRight,
  IconArrowUp,
  IconCopy,
  IconCopyPlus,
  IconHash,
  IconPower,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { canCopy, copyText } from '../../components/clipboard.js';
import type { RowAction } from '../../components/data-table.js';
import type { ProviderMoves } from './useProviderOrder.js';

interface Deeds {
  onToggle: (provider: ProviderOutput) => void;
  onDelete: (provider: ProviderOutput) => void;
  /** What only a row of the list has; absent on the provider's own page. */
  list?: ListDeeds;
}

interface ListDeeds {
  moves: ProviderMoves;
  onPosition: (provider: ProviderOutput) => void;
}

/** The menu of a provider: what the server says may be done with it. */
export function useRowActions(deeds: Deeds): (provider: ProviderOutput) => RowAction[] {
  const { t } = useTranslation('providers');
  const navigate = useNavigate();
  const mayCreate = useMay('providers.create');
  const open = ({ slug }: ProviderOutput): RowAction => ({
    id: 'open',
    label: t('list.open'),
    icon: <IconArrowRight size={16} aria-hidden className="flip" />,
    onClick: () => void navigate({ to: '/providers/$slug', params: { slug } }),
  });
  const duplicate = ({ slug }: ProviderOutput): RowAction => ({
    id: 'duplicate',
    label: t('list.duplicate'),
    icon: <IconCopyPlus size={16} aria-hidden />,
    onClick: () => void navigate({ to: '/providers/new', search: { from: slug } }),
  });
  return (provider) => [
    ...(deeds.list ? [open(provider)] : []),
    ...(provider.can.update ? changes(t, provider, deeds) : []),
    ...(mayCreate ? [duplicate(provider)] : []),
    ...(canCopy() ? [copySlug(t, provider)] : []),
    ...(provider.can.delete ? [remove(t, provider, deeds)] : []),
  ];
}

function changes(t: TFunction<'providers'>, provider: ProviderOutput, deeds: Deeds): RowAction[] {
  const toggle = {
    id: 'toggle',
    label: t(provider.isActive ? 'list.deactivate' : 'list.activate'),
    icon: <IconPower size={16} aria-hidden />,
    onClick: () => deeds.onToggle(provider),
  };
  return deeds.list ? [toggle, ...moving(t, provider, deeds.list)] : [toggle];
}

function moving(t: TFunction<'providers'>, provider: ProviderOutput, { moves, onPosition }: ListDeeds): RowAction[] {
  const first = !moves.isOpen || moves.isFirst(provider);
  const last = !moves.isOpen || moves.isLast(provider);
  const move = (
    id: 'up' | 'down' | 'top' | 'position',
    Icon: typeof IconHash,
    disabled: boolean,
    onClick: () => void,
  ) => ({
    id,
    label: t(`order.${id}`),
    icon: <Icon size={16} aria-hidden />,
    disabled,
    onClick,
  });
  return [
    move('up', IconArrowUp, first, () => moves.step(provider, -1)),
    move('down', IconArrowDown, last, () => moves.step(provider, 1)),
    move('top', IconArrowBarToUp, first, () => moves.toPosition(provider, 1)),
    move('position', IconHash, first && last, () => onPosition(provider)),
  ];
}

function copySlug(t: TFunction<'providers'>, { slug }: ProviderOutput): RowAction {
  return {
    id: 'copy',
    label: t('list.copySlug'),
    icon: <IconCopy size={16} aria-hidden />,
    onClick: () => copyText(slug, t('toast.slugCopied')),
  };
}

function remove(t: TFunction<'providers'>, provider: ProviderOutput, { onDelete }: Deeds): RowAction {
  return {
    id: 'delete',
    label: t('list.delete'),
    icon: <IconTrash size={16} aria-hidden />,
    danger: true,
    onClick: () => onDelete(provider),
  };
}
