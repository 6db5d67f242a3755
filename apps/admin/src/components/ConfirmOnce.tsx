import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import { FormErrors } from './FormErrors.js';
import type { Failure } from './ErrorState.js';

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
  return (
    <Dialog title={title} onClose={onClose} locked={busy}>
      <Stack>
        <FormErrors title={title} failure={failure} />
        <div>{children}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button color={danger ? 'red' : undefined} onClick={onConfirm} loading={busy}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
