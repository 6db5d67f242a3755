import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCutOff } from './online.js';

interface Props {
  /** The deed as a verb and a noun: "Set limit". */
  submitLabel: string;
  busy: boolean;
  /** Until something else was done first, which is said beside it. */
  disabled?: boolean;
  onCancel: () => void;
}

/** The end of a form in a dialog. */
export function DialogButtons({ submitLabel, busy, disabled = false, onCancel }: Props) {
  const { t } = useTranslation();
  const cutOff = useCutOff();
  return (
    <>
      {cutOff && <Text size="sm">{cutOff}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} disabled={busy}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={disabled || cutOff !== null}>
          {submitLabel}
        </Button>
      </Group>
    </>
  );
}
