import { Button, Group, List, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import type { Failure } from './ErrorState.js';
import { FormErrors } from './FormErrors.js';
import { Ltr } from './Ltr.js';

interface Props {
  title: string;
  children?: ReactNode;
  /** What will be lost, in numbers. */
  losses: string[];
  /** What has to be typed, letter for letter. */
  word: string;
  confirmLabel: string;
  busy?: boolean;
  failure?: Failure | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Destruction is confirmed by typing the name of what goes. */
export function ConfirmTyped({ title, children, losses, word, confirmLabel, busy = false, failure = null, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const matches = typed.trim() === word;
  const label = <Trans i18nKey="confirm.type" values={{ word }} components={{ word: <Ltr mono>{word}</Ltr> }} />;
  return (
    <Dialog title={title} onClose={onClose} locked={busy}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (matches && !busy) onConfirm();
        }}
      >
        <Stack>
          <FormErrors title={title} failure={failure} />
          {children}
          {losses.length > 0 && (
            <List size="sm">
              {losses.map((loss) => (
                <List.Item key={loss}>{loss}</List.Item>
              ))}
            </List>
          )}
          <TextInput
            data-autofocus
            label={label}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            attributes={{ input: { dir: 'auto' } }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={busy}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!matches} loading={busy}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
