import type { ModelOutput } from '@ai-providers/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { Dialog } from '../../components/Dialog.js';
import { FormErrors } from '../../components/FormErrors.js';
import { useModel } from './useModels.js';

interface Props {
  publicId: string;
  onReload: (latest: ModelOutput) => void;
  onStay: () => void;
}

/** A save was refused because somebody else saved first. What was typed stays until it is given up here. */
export function ConflictDialog({ publicId, onReload, onStay }: Props) {
  const { t } = useTranslation('models');
  const model = useModel(publicId);
  const reload = async () => {
    const latest = await model.refetch();
    if (latest.isSuccess) onReload(latest.data);
  };
  return (
    <Dialog title={t('conflict.title')} onClose={onStay}>
      <Stack>
        <FormErrors failure={model.isError ? failureOf(model.error) : null} />
        <Text size="sm">{t('conflict.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {t('conflict.stay')}
          </Button>
          <Button onClick={() => void reload()} loading={model.isFetching}>
            {t('conflict.reload')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
