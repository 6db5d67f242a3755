import { capabilities, type Capability, type ModelBulkChange } from '@ai-providers/contracts';
import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.js';

interface Props {
  count: number;
  onChange: (change: ModelBulkChange) => void;
  onClose: () => void;
}

const deeds = ['addCapability', 'removeCapability'] as const;

/** Adds one capability to the selected models, or takes it from them. */
export function BulkCapability({ count, onChange, onClose }: Props) {
  const { t } = useTranslation(['models', 'common']);
  const [deed, setDeed] = useState<(typeof deeds)[number]>('addCapability');
  const [capability, setCapability] = useState<Capability>('chat');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onChange(deed === 'addCapability' ? { addCapability: capability } : { removeCapability: capability });
  };
  return (
    <Dialog title={t('bulk.capabilityTitle', { count })} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <NativeSelect
            data-autofocus
            label={t('bulk.deed')}
            value={deed}
            onChange={({ currentTarget: { value } }) => setDeed(deeds.find((each) => each === value) ?? deed)}
            data={deeds.map((value) => ({ value, label: t(`bulk.${value}`) }))}
          />
          <NativeSelect
            label={t('bulk.whichCapability')}
            value={capability}
            onChange={({ currentTarget: { value } }) =>
              setCapability(capabilities.find((each) => each === value) ?? capability)
            }
            data={capabilities.map((value) => ({ value, label: t(`capability.${value}.word`) }))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit">{t('bulk.apply')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
