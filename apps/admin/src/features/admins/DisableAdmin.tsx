import type { AdminOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { nameOf } from './AdminName.js';
import { useSwitchAdmin } from './useAdminMutations.js';

/** Asks before somebody is signed out everywhere. A refusal is shown here. */
export function DisableAdmin({ admin, onClose }: { admin: AdminOutput; onClose: () => void }) {
  const { t } = useTranslation('admins');
  const update = useSwitchAdmin({ inDialog: true });
  const disable = { publicId: admin.publicId, patch: { isActive: false }, expectedUpdatedAt: admin.updatedAt };
  return (
    <ConfirmOnce
      title={t('switch.title', { name: nameOf(admin) })}
      confirmLabel={t('switch.confirm')}
      danger
      busy={update.isPending}
      failure={update.error && failureOf(update.error)}
      onConfirm={() => update.mutate(disable, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text size="sm">{t('switch.text')}</Text>
    </ConfirmOnce>
  );
}
