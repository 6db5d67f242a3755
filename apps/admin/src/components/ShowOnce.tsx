import { Alert, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { canCopy, copyText } from './clipboard.js';
import { Dialog } from './Dialog.js';
import { saveText } from './download.js';
import classes from './ShowOnce.module.css';
import { Snippets, type Snippet } from './Snippets.js';

export interface ShowOnceProps {
  title: ReactNode;
  /** What the value is called, such as the name of a field. */
  label: string;
  /** Shown here and never again: whoever opens the dialog holds it in a `useState`, and forgets it in `onDone`. */
  value: string;
  /** What it is for. */
  children?: ReactNode;
  /** A file that holds it. */
  file?: { name: string; text: string };
  /** Ways to use it, and what they do together. */
  snippets?: readonly Snippet[];
  snippetsLabel?: string;
  /** It was stored, or given up. */
  onDone: () => void;
}

/** A secret that can be read this once. It is not left by accident: not by Escape, by a link, or with the tab. */
export function ShowOnce({ title, onDone, ...shown }: ShowOnceProps) {
  const [stored, setStored] = useState(false);
  const [closing, setClosing] = useState(false);
  const blocker = useBlocker({
    shouldBlockFn: () => !stored,
    enableBeforeUnload: () => !stored,
    withResolver: true,
  });
  const isLeaving = blocker.status === 'blocked';
  const close = () => (stored ? onDone() : setClosing(true));
  const stay = () => (isLeaving ? blocker.reset() : setClosing(false));
  const leave = () => {
    if (isLeaving) blocker.proceed();
    onDone();
  };
  return (
    <>
      <Dialog title={title} onClose={close} size={600}>
        <Content {...shown} stored={stored} onStored={setStored} onDone={onDone} />
      </Dialog>
      {(closing || isLeaving) && <AskToClose onStay={stay} onLeave={leave} />}
    </>
  );
}

interface ContentProps extends Omit<ShowOnceProps, 'title'> {
  stored: boolean;
  onStored: (stored: boolean) => void;
}

function Content({ children, snippets, snippetsLabel, stored, onStored, onDone, ...value }: ContentProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
        {t('showOnce.warning')}
      </Alert>
      {children}
      <Value {...value} />
      {snippets && <Snippets label={snippetsLabel ?? t('showOnce.snippets')} snippets={snippets} />}
      <Checkbox
        label={t('showOnce.stored')}
        checked={stored}
        onChange={(event) => onStored(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button disabled={!stored} onClick={onDone}>
          {t('showOnce.done')}
        </Button>
      </Group>
    </Stack>
  );
}

function Value({ label, value, file }: Pick<ShowOnceProps, 'label' | 'value' | 'file'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Textarea
        data-autofocus
        readOnly
        label={label}
        rows={2}
        value={value}
        // Where the browser has no clipboard for us, its own key copies what is selected.
        onFocus={(event) => event.currentTarget.select()}
        spellCheck={false}
        classNames={{ input: classes.value }}
        attributes={{ input: { dir: 'ltr' } }}
      />
      <Group gap="sm">
        {canCopy() && (
          <Button onClick={() => copyText(value, t('copy.done', { name: label }))}>{t('action.copy')}</Button>
        )}
        {file && (
          <Button variant="default" onClick={() => saveText(file.name, file.text)}>
            {t('showOnce.download', { name: `\u2066${file.name}\u2069` })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function AskToClose({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('showOnce.closeTitle')} onClose={onStay}>
      <Stack>
        <Text size="sm">{t('showOnce.closeText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {t('showOnce.stay')}
          </Button>
          <Button color="red" onClick={onLeave}>
            {t('showOnce.leave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
