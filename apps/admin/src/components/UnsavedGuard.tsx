import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import { searchParam } from './search-param.js';

interface Props {
  dirty: boolean;
  /**
   * What leaves the form behind: going to another page, or any change of the address, where the address opens the
   * panel that holds the form.
   */
  leaving?: 'page' | 'address';
  /** The parameter of the address that opens the panel, where the rest of it is for the list beside it. */
  param?: string;
}

/** Asks before what was typed is left behind. */
export function UnsavedGuard({ dirty, leaving = 'page', param }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty &&
      (leaving === 'address' ||
        current.pathname !== next.pathname ||
        searchParam(current, param) !== searchParam(next, param)),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={t('unsaved.title')} onClose={blocker.reset}>
      <Stack>
        <Text size="sm">{t('unsaved.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.reset} data-autofocus>
            {t('unsaved.stay')}
          </Button>
          <Button color="red" onClick={blocker.proceed}>
            {t('unsaved.leave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
