import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import { FormErrors } from './FormErrors.js';
import type { Failure } from './ErrorState.js';
import { useCutOff } from './online.js';

interface Props {
  title: string;
  children: ReactNode;
  /** The deed as a verb and a noun: "Remove key". */
  confirmLabel: string;
  danger?: boolean;
  busy?: boolean;
  failure?: Failure | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before something that cannot be taken back. */
export function ConfirmOnce({
  title,
  children,
  confirmLabel,
  danger = false,
  busy = false,
  failure = null,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation();
  const cutOff = useCutOff();
  return (
    <Dialog title={title} onClose={onClose} locked={busy}>
      <Stack>
        <FormErrors title={title} failure={failure} />
        <div>{children}</div>
        {cutOff && <Text size="sm">{cutOff}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button color={danger ? 'red' : undefined} onClick={onConfirm} loading={busy} disabled={cutOff !== null}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
