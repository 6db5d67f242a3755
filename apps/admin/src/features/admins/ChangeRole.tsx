import type { AdminOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { ConfirmTyped } from '../../components/ConfirmTyped.js';
import { toast } from '../../components/toast.js';
import { nameOf } from './AdminName.js';
import { useChangeRole } from './useAdminMutations.js';

/** Everything is open to a super admin, so that is typed; to take it back is asked once. */
export function ChangeRole({ admin, onClose }: { admin: AdminOutput; onClose: () => void }) {
  const { t } = useTranslation('admins');
  const update = useChangeRole();
  const name = nameOf(admin);
  const grants = admin.role === 'normal';
  const onSuccess = () => {
    toast.success(t(grants ? 'role.granted' : 'role.revoked', { name }));
    onClose();
  };
  const { publicId, updatedAt: expectedUpdatedAt } = admin;
  const patch = grants ? { isSuperuser: true } : { isSuperuser: false, isAdminFull: false };
  const dialog = {
    title: t(grants ? 'role.grantTitle' : 'role.revokeTitle', { name }),
    confirmLabel: t(grants ? 'role.grant' : 'role.revoke'),
    busy: update.isPending,
    failure: update.error && failureOf(update.error),
    onConfirm: () => update.mutate({ publicId, patch, expectedUpdatedAt }, { onSuccess }),
    onClose,
  };
  if (!grants)
    return (
      <ConfirmOnce danger {...dialog}>
        <Text size="sm">{t('role.revokeText')}</Text>
      </ConfirmOnce>
    );
  return (
    <ConfirmTyped word={admin.email} losses={[]} {...dialog}>
      <Text size="sm">{t('role.grantText')}</Text>
    </ConfirmTyped>
  );
}
