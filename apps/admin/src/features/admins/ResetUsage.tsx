import type { AdminOutput, SettingsOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { toast } from '../../components/toast.js';
import { nameOf } from './AdminName.js';
import { useResetUsage } from './useAdminMutations.js';

interface Props {
  admin: AdminOutput;
  settings: SettingsOutput;
  onClose: () => void;
}

/** Starts a month again at 0, and says how many requests that takes back. */
export function ResetUsage({ admin, settings: { provider, monthlyUsage }, onClose }: Props) {
  const { t } = useTranslation('admins');
  const reset = useResetUsage();
  const names = { provider: provider.displayName, name: nameOf(admin) };
  const onSuccess = () => {
    toast.success(t('reset.done', names));
    onClose();
  };
  return (
    <ConfirmOnce
      title={t('reset.title', names)}
      confirmLabel={t('reset.open')}
      busy={reset.isPending}
      failure={reset.error && failureOf(reset.error)}
      onConfirm={() => reset.mutate({ admin: admin.publicId, provider: provider.slug }, { onSuccess })}
      onClose={onClose}
    >
      <Text size="sm">{t('reset.text', { count: monthlyUsage })}</Text>
    </ConfirmOnce>
  );
}
