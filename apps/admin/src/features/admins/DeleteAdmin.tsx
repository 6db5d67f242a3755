import type { AdminImpact, AdminOutput } from '@ai-providers/contracts';
import { Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmTyped } from '../../components/ConfirmTyped.js';
import { toast } from '../../components/toast.js';
import { nameOf } from './AdminName.js';
import { useDeleteAdmin } from './useAdminMutations.js';
import { useAdminImpact } from './useAdmins.js';

interface Props {
  admin: AdminOutput;
  onDeleted?: () => void;
  onClose: () => void;
}

/** Tells in numbers what ends with an account, and has its email typed. */
export function DeleteAdmin({ admin, onDeleted, onClose }: Props) {
  const { t } = useTranslation('admins');
  const { publicId, email } = admin;
  const name = nameOf(admin);
  const impact = useAdminImpact(publicId);
  const remove = useDeleteAdmin();
  const error = remove.error ?? impact.error;
  const onSuccess = () => {
    toast.success(t('delete.done', { name }));
    onClose();
    onDeleted?.();
  };
  return (
    <ConfirmTyped
      title={t('delete.title', { name })}
      losses={impact.data ? lossesOf(t, impact.data) : []}
      word={email}
      confirmLabel={t('delete.confirm')}
      busy={remove.isPending}
      failure={error && failureOf(error)}
      onConfirm={() => remove.mutate({ publicId }, { onSuccess })}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Text size="sm">{t('delete.text')}</Text>
        <Text size="sm">{impact.isPending ? t('delete.counting') : t('delete.ends')}</Text>
      </Stack>
    </ConfirmTyped>
  );
}

function lossesOf(t: TFunction<'admins'>, impact: AdminImpact): string[] {
  return (['personalKeys', 'tokens', 'sessions'] as const).map((part) => t(`delete.${part}`, { count: impact[part] }));
}
