import type { SettingsOutput } from '@ai-providers/contracts';
import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.js';
import { FormErrors } from '../../components/FormErrors.js';
import { SecretField } from '../../components/SecretField.js';
import { useKeyEntry } from './useKeyEntry.js';

interface Props {
  settings: SettingsOutput;
  onClose: () => void;
}

/** Takes a key of the caller's own; what was stored before is replaced. */
export function PersonalKeyDialog({ settings, onClose }: Props) {
  const { t } = useTranslation(['keys', 'common']);
  const { provider, personalApiKey: stored, useSharedApi } = settings;
  // Somebody who enters a key means to use it.
  const [switchOver, setSwitchOver] = useState(useSharedApi);
  const { secret, failure, fieldError, submit, isBusy } = useKeyEntry(settings, onClose);
  return (
    <Dialog
      title={t(stored.set ? 'personal.replaceOf' : 'personal.addOf', { name: provider.displayName })}
      onClose={onClose}
      locked={isBusy}
    >
      <form noValidate onSubmit={submit({ switchOver })}>
        <Stack>
          <FormErrors failure={failure} />
          <SecretField
            ref={secret}
            label={t('personal.field')}
            description={t('personal.fieldHint')}
            error={fieldError}
          />
          {useSharedApi && (
            <Checkbox
              label={t('personal.switchOver')}
              checked={switchOver}
              onChange={(event) => setSwitchOver(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isBusy}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('personal.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
