import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCutOff } from './online.js';

interface Props {
  /** The deed as a verb and a noun: "Set limit". */
  submitLabel: string;
  busy: boolean;
  /** Until something else was done first, which is said beside it. */
  disabled?: boolean;
  onCancel: () => void;
  /** Another way out, before the two. */
  children?: ReactNode;
}

/** The end of a form in a dialog. */
export function DialogButtons({ submitLabel, busy, disabled = false, onCancel, children }: Props) {
  const { t } = useTranslation();
  const cutOff = useCutOff();
  return (
    <>
      {cutOff && <Text size="sm">{cutOff}</Text>}
      <Group justify="flex-end">
        {children}
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
