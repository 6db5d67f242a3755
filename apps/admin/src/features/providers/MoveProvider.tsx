import type { ProviderOutput } from '@ai-providers/contracts';
import { Button, Group, Stack } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.js';
import { NumberField } from '../../components/NumberField.js';
import { integerOf } from '../../i18n/digits.js';

interface Props {
  provider: ProviderOutput;
  total: number;
  onMove: (position: number) => void;
  onClose: () => void;
}

/** Asks for a place in the whole list: for moves too far to drag. */
export function MoveProvider({ provider, total, onMove, onClose }: Props) {
  const { t } = useTranslation(['providers', 'common']);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const type = (text: string) => {
    setTyped(text);
    setIsWrong(false);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const position = integerOf(typed);
    if (position === null || !(position >= 1 && position <= total)) return setIsWrong(true);
    onMove(position);
    onClose();
  };
  return (
    <Dialog title={t('order.title', { name: provider.displayName })} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <NumberField
            kind="integer"
            data-autofocus
            label={t('order.place')}
            description={t('order.range', { total })}
            error={isWrong && t('order.outside', { total })}
            value={typed}
            onChange={type}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit">{t('order.confirm')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
