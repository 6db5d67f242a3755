import type { ProviderImpact, ProviderOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmTyped } from '../../components/ConfirmTyped.js';
import { toast } from '../../components/toast.js';
import { useDeleteProvider } from './useProviderMutations.js';
import { useDeletionImpact } from './useProviders.js';

interface Props {
  provider: ProviderOutput;
  onDeleted?: () => void;
  onClose: () => void;
}

/** Tells in numbers what goes with a provider, and has its slug typed. */
export function DeleteProvider({ provider, onDeleted, onClose }: Props) {
  const { t } = useTranslation('providers');
  const { publicId, slug, displayName: name } = provider;
  const impact = useDeletionImpact(publicId);
  const remove = useDeleteProvider();
  const losses = impact.data ? lossesOf(t, impact.data, provider.sharedApiKey.set) : [];
  const error = remove.error ?? impact.error;
  const confirm = () =>
    remove.mutate(
      { publicId },
      {
        onSuccess: () => {
          toast.success(t('toast.deleted', { name }));
          onClose();
          onDeleted?.();
        },
      },
    );
  return (
    <ConfirmTyped
      title={t('delete.title', { name })}
      losses={losses}
      kept={t('delete.usageKept')}
      word={slug}
      confirmLabel={t('delete.confirm')}
      busy={remove.isPending}
      failure={error && failureOf(error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text size="sm">
        {impact.isPending ? t('delete.counting') : t(losses.length > 0 ? 'delete.text' : 'delete.textAlone')}
      </Text>
    </ConfirmTyped>
  );
}

function lossesOf(t: TFunction<'providers'>, impact: ProviderImpact, hasSharedKey: boolean): string[] {
  const counted = (['models', 'settings', 'personalKeys'] as const).filter((part) => impact[part] > 0);
  const losses = counted.map((part) => t(`delete.${part}`, { count: impact[part] }));
  return hasSharedKey ? [...losses, t('delete.sharedKey')] : losses;
}
