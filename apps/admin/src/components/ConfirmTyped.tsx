import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.js';
import type { Failure } from './ErrorState.js';
import { FormErrors } from './FormErrors.js';
import { Ltr } from './Ltr.js';
import { useCutOff } from './online.js';

interface Props {
  title: string;
  children?: ReactNode;
  /** What will be lost, in numbers. */
  losses: readonly string[];
  /** What stays, said after what will be lost. */
  kept?: string;
  /** What has to be typed, letter for letter. */
  word: string;
  confirmLabel: string;
  busy?: boolean;
  failure?: Failure | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Destruction is confirmed by typing the name of what goes. */
export function ConfirmTyped(props: Props) {
  const { title, word, confirmLabel, busy = false, onConfirm, onClose } = props;
  const { t } = useTranslation();
  const cutOff = useCutOff();
  const [typed, setTyped] = useState('');
  // Copied from the sentence above, it may bring along the marks that keep it apart there.
  const matches = typed.replace(/[\u2066-\u2069]/g, '').trim() === word;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (matches && !busy) onConfirm();
  };
  return (
    <Dialog title={title} onClose={onClose} locked={busy}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <FormErrors title={title} failure={props.failure ?? null} />
          {props.children}
          <Losses losses={props.losses} />
          {props.kept !== undefined && <Text size="sm">{props.kept}</Text>}
          <WordInput word={word} value={typed} onChange={setTyped} />
          {cutOff && <Text size="sm">{cutOff}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={busy}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!matches || cutOff !== null} loading={busy}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Losses({ losses }: Pick<Props, 'losses'>) {
  if (losses.length === 0) return null;
  return (
    <List size="sm">
      {losses.map((loss) => (
        <List.Item key={loss}>{loss}</List.Item>
      ))}
    </List>
  );
}

function WordInput({ word, value, onChange }: { word: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      data-autofocus
      label={<Trans i18nKey="confirm.type" values={{ word }} components={{ word: <Ltr mono>{word}</Ltr> }} />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      attributes={{ input: { dir: 'auto' } }}
    />
  );
}
