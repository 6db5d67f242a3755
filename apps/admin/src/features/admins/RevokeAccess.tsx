import type { SessionOutput, TokenOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { toast } from '../../components/toast.js';
import { useRevokeSession, useRevokeToken } from './useAdminMutations.js';

export function RevokeSession({ session, onClose }: { session: SessionOutput; onClose: () => void }) {
  const { t } = useTranslation('admins');
  const revoke = useRevokeSession();
  const onSuccess = () => {
    toast.success(t('sessions.revoked'));
    onClose();
  };
  return (
    <ConfirmOnce
      title={t('sessions.revokeTitle')}
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

export function RevokeToken({ token, onClose }: { token: TokenOutput; onClose: () => void }) {
  const { t } = useTranslation('admins');
  const revoke = useRevokeToken();
  const { publicId, name } = token;
  const onSuccess = () => {
    toast.success(t('tokens.done', { name }));
    onClose();
  };
  return (
    <ConfirmOnce
      title={t('tokens.revokeTitle', { name })}
      confirmLabel={t('tokens.revokeConfirm')}
      danger
      busy={revoke.isPending}
      failure={revoke.error && failureOf(revoke.error)}
      onConfirm={() => revoke.mutate({ publicId }, { onSuccess })}
      onClose={onClose}
    >
      <Text size="sm">{t('tokens.revokeText')}</Text>
    </ConfirmOnce>
  );
}
