import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';

interface Props {
  dirty: boolean;
  /** Whether the last save went well, where no toast tells it: one would lie over the bar. */
  saved?: boolean;
  busy: boolean;
  onDiscard: () => void;
}

/** Stays in sight at the end of a long form. Its button is not removed after a save, so that the focus has a place. */
export function SaveBar({ dirty, saved = false, busy, onDiscard }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <Text size="sm" c="dimmed" role="status" className={classes.barText}>
        {dirty ? t('unsaved.changes') : saved && t('form.saved')}
      </Text>
      {dirty && (
        <Button variant="default" onClick={onDiscard} disabled={busy}>
          {t('action.discard')}
        </Button>
      )}
      <Button type="submit" loading={busy}>
        {t('action.save')}
      </Button>
    </div>
  );
}
