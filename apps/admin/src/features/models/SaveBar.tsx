import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ModelForm.module.css';

interface Props {
  dirty: boolean;
  busy: boolean;
  onDiscard: () => void;
}

/** Stays in sight at the end of the form. Its button is not removed after a save, so that the focus has a place. */
export function SaveBar({ dirty, busy, onDiscard }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <Text size="sm" c="dimmed" role="status" className={classes.unsaved}>
        {dirty && t('unsaved.changes')}
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
