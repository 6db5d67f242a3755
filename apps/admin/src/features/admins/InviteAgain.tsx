import type { AdminInvite, AdminOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { nameOf } from './AdminName.js';
import { InviteLink } from './InviteLink.js';
import { useInviteAgain } from './useAdminMutations.js';

/** A new link in place of one that has expired or was lost. */
export function InviteAgain({ admin, onClose }: { admin: AdminOutput; onClose: () => void }) {
  const { t } = useTranslation('admins');
  const [invite, setInvite] = useState<AdminInvite | null>(null);
  const again = useInviteAgain();
  const onSuccess = (made: AdminInvite) => {
    setInvite(made);
    again.reset(); // forgets the link that it was answered
  };
  if (invite) return <InviteLink invite={invite} email={admin.email} onClose={onClose} />;
  return (
    <ConfirmOnce
      title={t('again.title', { name: nameOf(admin) })}
      confirmLabel={t('again.confirm')}
      busy={again.isPending}
      failure={again.error && failureOf(again.error)}
      onConfirm={() => again.mutate({ publicId: admin.publicId }, { onSuccess })}
      onClose={onClose}
    >
      <Text size="sm">{t('again.text')}</Text>
    </ConfirmOnce>
  );
}
