import type { AdminStanding } from '@ai-providers/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePageActions } from '../../components/page-actions.js';
import { AccountCard } from './AccountCard.js';
import { useAccountDeeds } from './useAccountDeeds.js';

/** What can be done with an account, and why something cannot. */
export function AccountCards({ admin }: { admin: AdminStanding }) {
  const { t } = useTranslation('admins');
  const navigate = useNavigate();
  const deeds = useAccountDeeds(() => void navigate({ to: '/admins', replace: true, ignoreBlocker: true }));
  const { can, isActive, role } = admin;
  const invite = () => deeds.ask('invite', admin);
  const guard = (may: boolean) => (may ? undefined : t('guard.own'));
  usePageActions(can.invite ? [{ id: 'invite', label: t('again.open'), keys: 'i', run: invite }] : []);
  return (
    <>
      {can.invite && (
        <AccountCard title={t('again.heading')} text={t('again.text')} deed={t('again.open')} onClick={invite} />
      )}
      <AccountCard
        title={t('column.role')}
        text={t(`role.${role}Text`)}
        deed={t(role === 'super' ? 'role.revoke' : 'role.grant')}
        locked={guard(can.changeRole)}
        onClick={() => deeds.ask('role', admin)}
      />
      <AccountCard
        title={t('switch.heading')}
        text={t(isActive ? 'switch.text' : 'switch.textDisabled')}
        deed={t(isActive ? 'switch.confirm' : 'switch.enable')}
        locked={guard(can.deactivate)}
        onClick={() => deeds.toggle(admin)}
      />
      <AccountCard
        title={t('delete.heading')}
        text={t('delete.text')}
        deed={t('delete.open')}
        danger
        locked={guard(can.delete)}
        onClick={() => deeds.ask('delete', admin)}
      />
      {deeds.dialogs}
    </>
  );
}
