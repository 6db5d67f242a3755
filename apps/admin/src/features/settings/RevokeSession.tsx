import type { SessionOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { toast } from '../../components/toast.js';
import { useRevokeOtherSessions, useRevokeSession } from './useProfile.js';
import { useSessionName } from './useSessionName.js';

export function RevokeSession({ session, onClose }: { session: SessionOutput; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const name = useSessionName(session);
  const revoke = useRevokeSession();
  const onSuccess = () => {
    toast.success(t('sessions.revoked', { name }));
    onClose();
  };
  return (
    <ConfirmOnce
      title={t('sessions.revokeTitle', { name })}
      confirmLabel={t('sessions.revoke')}
      danger
      busy={revoke.isPending}
      failure={revoke.error && failureOf(revoke.error)}
      onConfirm={() => revoke.mutate({ publicId: session.publicId }, { onSuccess })}
      onClose={onClose}
    >
      <Text size="sm">{t('sessions.revokeText')}</Text>
    </ConfirmOnce>
  );
}

export function RevokeOthers({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const revoke = useRevokeOtherSessions();
  const onSuccess = ({ revoked }: { revoked: number }) => {
    toast.success(t('sessions.othersDone', { count: revoked }));
    onClose();
  };
  return (
    <ConfirmOnce
      title={t('sessions.others')}
      confirmLabel={t('sessions.others')}
      danger
      busy={revoke.isPending}
      failure={revoke.error && failureOf(revoke.error)}
      onConfirm={() => revoke.mutate(undefined, { onSuccess })}
      onClose={onClose}
    >
      <Text size="sm">{t('sessions.othersText')}</Text>
    </ConfirmOnce>
  );
}
