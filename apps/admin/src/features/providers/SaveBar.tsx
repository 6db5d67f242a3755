import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './ProviderForm.module.css';

interface Props {
  dirty: boolean;
  /** Whether the last save went well; told here and not in a toast, which would lie over the bar. */
  saved: boolean;
  busy: boolean;
  onDiscard: () => void;
}

/** Stays in sight at the end of a long form. Its buttons are not removed after a save, so that the focus has a place. */
export function SaveBar({ dirty, saved, busy, onDiscard }: Props) {
  const { t } = useTranslation(['providers', 'common']);
  return (
    <div className={classes.bar}>
      <Button type="submit" loading={busy}>
        {t('common:action.save')}
      </Button>
      {dirty && (
        <Button variant="default" onClick={onDiscard} disabled={busy}>
          {t('common:action.discard')}
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {dirty ? t('common:unsaved.changes') : saved && t('form.saved')}
      </Text>
    </div>
  );
}
