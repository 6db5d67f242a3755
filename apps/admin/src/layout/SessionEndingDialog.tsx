import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SessionEnd } from '../api/session-end.js';
import { Dialog } from '../components/Dialog.js';
import { useFmt } from '../i18n/fmt.js';

interface Props {
  end: SessionEnd;
  /** Asks the server for something, which puts the end off. */
  onStay: () => void;
  onClose: () => void;
}

export function SessionEndingDialog({ end, onStay, onClose }: Props) {
  const { t } = useTranslation('frame');
  const time = useFmt().time(new Date(end.at));
  return (
    <Dialog title={t('ending.title')} onClose={onClose} size={420}>
      <Stack>
        <Text size="sm" role="alert">
          {t(end.isIdle ? 'ending.idle' : 'ending.absolute', { time })}
        </Text>
        <Group justify="flex-end">
          <Button onClick={end.isIdle ? onStay : onClose} data-autofocus>
            {t(end.isIdle ? 'ending.stay' : 'ending.understood')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
