import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import { searchParam } from './search-param.js';

interface Props {
  running: boolean;
  /** The parameter of the address that shows this part of a page. */
  param?: string;
}

/** Asks before what runs long is left behind; leaving ends it after the part that is at work. */
export function RunningGuard({ running, param }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      running && (current.pathname !== next.pathname || searchParam(current, param) !== searchParam(next, param)),
    enableBeforeUnload: () => running,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={t('running.title')} onClose={blocker.reset}>
      <Stack>
        <Text size="sm">{t('running.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.reset} data-autofocus>
            {t('running.stay')}
          </Button>
          <Button color="red" onClick={blocker.proceed}>
            {t('unsaved.leave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
