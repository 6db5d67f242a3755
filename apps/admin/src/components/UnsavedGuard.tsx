import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';

interface Props {
  dirty: boolean;
  /**
   * What leaves the form behind: going to another page, or any change of the address, where the address opens the
   * panel that holds the form.
   */
  leaving?: 'page' | 'address';
  /** The parameter of the address that opens the panel, where the rest of it is for the list beside it. */
  param?: string;
  /** What would be left behind: something typed, or a long change, which ends after the part that is at work. */
  about?: 'unsaved' | 'running';
}

/** Asks before something is left behind. */
export function UnsavedGuard({ dirty, leaving = 'page', param, about = 'unsaved' }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty &&
      (leaving === 'address' || current.pathname !== next.pathname || valueOf(current, param) !== valueOf(next, param)),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={t(`${about}.title`)} onClose={blocker.reset}>
      <Stack>
        <Text size="sm">{t(`${about}.text`)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={blocker.reset} data-autofocus>
            {t(`${about}.stay`)}
          </Button>
          <Button color="red" onClick={blocker.proceed}>
            {t('unsaved.leave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function valueOf({ search }: { search: object }, param: string | undefined): unknown {
  return param === undefined ? undefined : Object.entries(search).find(([name]) => name === param)?.[1];
}
