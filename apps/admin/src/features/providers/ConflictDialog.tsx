import type { ProviderOutput } from '@ai-providers/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { Dialog } from '../../components/Dialog.js';
import { FormErrors } from '../../components/FormErrors.js';
import { useProvider } from './useProviders.js';

interface Props {
  slug: string;
  onReload: (latest: ProviderOutput) => void;
  onStay: () => void;
}

/** A save was refused because somebody else saved first. What was typed stays until it is given up here. */
export function ConflictDialog({ slug, onReload, onStay }: Props) {
  const { t } = useTranslation('providers');
  const provider = useProvider(slug);
  const title = t('conflict.title');
  const reload = async () => {
    const latest = await provider.refetch();
    if (latest.isSuccess) onReload(latest.data);
  };
  return (
    <Dialog title={title} onClose={onStay}>
      <Stack>
        <FormErrors failure={provider.isError ? failureOf(provider.error) : null} />
        <Text size="sm">{t('conflict.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {t('conflict.stay')}
          </Button>
          <Button onClick={() => void reload()} loading={provider.isFetching}>
            {t('conflict.reload')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
