import { jsonObject, type ModelBulkChange } from '@ai-providers/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { configOf, configProblems } from '../../api/config-text.js';
import { Dialog } from '../../components/Dialog.js';
import { JsonField } from '../../components/JsonField.js';

interface Props {
  count: number;
  onChange: (change: ModelBulkChange) => void;
  onClose: () => void;
}

// The keys are checked with the rest of each model's config, by the server.
const check = (text: string) => configProblems(jsonObject, text);

/** Sets keys in the config of the selected models; their other keys stay. */
export function BulkConfig({ count, onChange, onClose }: Props) {
  const { t } = useTranslation(['models', 'common']);
  const [text, setText] = useState('{\n  \n}');
  const [isRefused, setIsRefused] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const mergeConfig = configOf(text);
    const isNothing = Object.keys(mergeConfig).length === 0;
    if (isNothing || check(text).length > 0) setIsRefused(true);
    else onChange({ mergeConfig });
  };
  return (
    <Dialog title={t('bulk.configTitle', { count })} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('bulk.configText')}</Text>
          <JsonField
            data-autofocus
            label={t('bulk.configKeys')}
            rows={8}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            isRefused={isRefused}
            check={check}
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
