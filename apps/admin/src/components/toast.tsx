import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { i18n } from '../i18n/index.js';
import { RetryAfter } from './RetryAfter.js';

let serial = 0;
const undoMs = 8000;
const plainMs = 5000;

interface Options {
  /** Sends the reverse of what was done. */
  undo?: () => void;
}

interface Told {
  message: string;
  /** Seconds. */
  retryAfter?: number;
}

/** For what finished elsewhere or can be taken back; never the only place of an error in a form. */
export const toast = {
  success(message: string, { undo }: Options = {}): void {
    serial += 1;
    const id = `toast-${serial}`;
    const takeBack =
      undo &&
      (() => {
        notifications.hide(id);
        undo();
      });
    notifications.show({
      id,
      role: 'status',
      color: 'green',
      autoClose: undo ? undoMs : plainMs,
      message: takeBack ? <WithUndo message={message} onUndo={takeBack} /> : message,
      closeButtonProps: { 'aria-label': i18n.t('action.close') },
    });
  },
  /** Stays until it is closed. */
  failure({ message, retryAfter }: Told): void {
    notifications.show({
      role: 'alert',
      color: 'red',
      autoClose: false,
      message: (
        <>
          {message}
          <RetryAfter seconds={retryAfter} />
        </>
      ),
      closeButtonProps: { 'aria-label': i18n.t('action.close') },
    });
  },
};

function WithUndo({ message, onUndo }: { message: string; onUndo: () => void }) {
  return (
    <Group gap="sm" justify="space-between" wrap="nowrap">
      <Text size="sm" inherit>
        {message}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={onUndo}>
        {i18n.t('action.undo')}
      </Button>
    </Group>
  );
}
