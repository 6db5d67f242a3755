import type { AdminStanding } from '@ai-providers/contracts';
import { IconArrowRight, IconMailForward, IconPower, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RowAction } from '../../components/data-table.js';
import type { useAccountDeeds } from './useAccountDeeds.js';

const icon = { size: 16, 'aria-hidden': true } as const;

/** The menu of a row: what the server says may be done with the account, and why something may not. */
export function useRowActions({ ask, toggle }: ReturnType<typeof useAccountDeeds>) {
  const { t } = useTranslation('admins');
  const navigate = useNavigate();
  const guarded = (label: string, may: boolean) => ({
    label: may ? label : `${label} – ${t('guard.ownShort')}`,
    disabled: !may,
  });
  return (admin: AdminStanding): RowAction[] => {
    const { publicId: id, isActive, can } = admin;
    const open: RowAction = {
      id: 'open',
      label: t('list.open'),
      icon: <IconArrowRight {...icon} className="flip" />,
      onClick: () => void navigate({ to: '/admins/$id', params: { id } }),
    };
    const again: RowAction = {
      id: 'invite',
      label: t('again.open'),
      icon: <IconMailForward {...icon} />,
      onClick: () => ask('invite', admin),
    };
    const power: RowAction = {
      id: 'toggle',
      ...guarded(t(isActive ? 'switch.disable' : 'switch.enable'), can.deactivate),
      icon: <IconPower {...icon} />,
      onClick: () => toggle(admin),
    };
    const remove: RowAction = {
      id: 'delete',
      ...guarded(t('delete.open'), can.delete),
      icon: <IconTrash {...icon} />,
      danger: true,
      onClick: () => ask('delete', admin),
    };
    return [open, ...(can.invite ? [again] : []), power, remove];
  };
}
