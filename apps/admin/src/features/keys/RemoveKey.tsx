import type { SettingsOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { toast } from '../../components/toast.js';
import { useSaveKey } from './useMyKeyMutations.js';

interface Props {
  settings: SettingsOutput;
  onClose: () => void;
}

export function RemoveKey({ settings: { provider, useSharedApi }, onClose }: Props) {
  const { t } = useTranslation('keys');
  const save = useSaveKey();
  const name = provider.displayName;
  const confirm = () =>
    save.mutate(
      { provider: provider.slug, personalApiKey: null },
      {
        onSuccess: () => {
          toast.success(t('toast.removed', { name }));
          onClose();
        },
      },
    );
  return (
    <ConfirmOnce
      danger
      title={t('remove.title', { name })}
      confirmLabel={t('remove.confirm')}
      busy={save.isPending}
      failure={save.error && failureOf(save.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t(useSharedApi ? 'remove.text' : 'remove.textInUse')}
    </ConfirmOnce>
  );
}
