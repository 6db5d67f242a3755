import { Button, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';
import { keyOf } from './key-names.js';
import { modKey } from './mod-key.js';
import { useCutOff } from './online.js';

interface Props {
  dirty: boolean;
  /** Whether the last save went well, where no toast tells it: one would lie over the bar. */
  saved?: boolean;
  busy: boolean;
  onDiscard: () => void;
}

/**
 * Stays in sight at the end of a long form; Ctrl or ⌘ with S does what its button does. The button is not removed after
 * a save, so that the focus has a place.
 */
export function SaveBar({ dirty, saved = false, busy, onDiscard }: Props) {
  const { t } = useTranslation();
  const cutOff = useCutOff();
  const words = dirty ? t('unsaved.changes') : saved && t('form.saved');
  const button = useRef<HTMLButtonElement>(null);
  useSaveKey(() => {
    // Of several forms that are kept beside each other, the one in sight.
    const isShown = button.current?.offsetParent !== null && document.querySelector('[role=dialog]') === null;
    if (isShown && !busy) button.current?.form?.requestSubmit();
  });
  return (
    <div className={classes.bar}>
      <Text size="sm" c="dimmed" role="status" className={classes.barText}>
        {cutOff ?? words}
      </Text>
      {dirty && (
        <Button variant="default" onClick={onDiscard} disabled={busy}>
          {t('action.discard')}
        </Button>
      )}
      <Button type="submit" ref={button} loading={busy} disabled={cutOff !== null} title={`${modKey}+S`}>
        {t('action.save')}
      </Button>
    </div>
  );
}

/** Also while somebody types, and in place of the browser's own "Save page". */
function useSaveKey(save: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || keyOf(event) !== 's') return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
