import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import type { Failure } from './ErrorState.js';
import { FormErrors } from './FormErrors.js';

interface Props {
  title: string;
  busy: boolean;
  failure: Failure | null;
  onReload: () => void;
  onStay: () => void;
}

/** A save was refused because somebody else saved first. What was typed stays until it is given up here. */
export function ConflictDialog({ title, busy, failure, onReload, onStay }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onStay}>
      <Stack>
        <FormErrors failure={failure} />
        <Text size="sm">{t('conflict.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {t('conflict.stay')}
          </Button>
          <Button onClick={onReload} loading={busy}>
            {t('conflict.reload')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
