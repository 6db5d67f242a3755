import type { TokenOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { toast } from '../../components/toast.js';
import { useRevokeToken } from './useTokens.js';

export function RevokeToken({ token, onClose }: { token: TokenOutput; onClose: () => void }) {
  const { t } = useTranslation('tokens');
  const { name, publicId } = token;
  const revoke = useRevokeToken();
  const onSuccess = () => {
    toast.success(t('toast.revoked', { name }));
    onClose();
  };
  return (
    <ConfirmOnce
      title={t('revoke.title', { name })}
      confirmLabel={t('revoke.submit')}
      danger
      busy={revoke.isPending}
      failure={revoke.error && failureOf(revoke.error)}
      onConfirm={() => revoke.mutate({ publicId }, { onSuccess })}
      onClose={onClose}
    >
      <Text size="sm">{t('revoke.text')}</Text>
    </ConfirmOnce>
  );
}
