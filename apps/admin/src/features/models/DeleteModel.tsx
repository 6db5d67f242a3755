import type { ModelOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ConfirmTyped } from '../../components/ConfirmTyped.js';
import { toast } from '../../components/toast.js';
import { useDeleteModel } from './useModelMutations.js';

interface Props {
  model: ModelOutput;
  onDeleted: (model: ModelOutput) => void;
  onClose: () => void;
}

/** Says what it means that a model goes, and has its id typed. */
export function DeleteModel({ model, onDeleted, onClose }: Props) {
  const { t } = useTranslation('models');
  const { publicId, modelId, displayName: name, provider } = model;
  const remove = useDeleteModel();
  const confirm = () =>
    remove.mutate(
      { publicId },
      {
        onSuccess: () => {
          toast.success(t('toast.deleted', { name }));
          onClose();
          onDeleted(model);
        },
      },
    );
  return (
    <ConfirmTyped
      title={t('delete.title', { name })}
      losses={[t('delete.entry', { provider: provider.displayName }), t('delete.programs')]}
      word={modelId}
      confirmLabel={t('delete.confirm')}
      busy={remove.isPending}
      failure={remove.error && failureOf(remove.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text size="sm">{t('delete.text')}</Text>
    </ConfirmTyped>
  );
}
