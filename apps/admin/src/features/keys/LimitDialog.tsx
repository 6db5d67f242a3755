import type { SettingsOutput } from '@ai-providers/contracts';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { optionalNumber } from '../../components/optional-number.js';
import { OptionalNumberField } from '../../components/OptionalNumberField.js';
import { useLimitEntry } from './useLimitEntry.js';

interface Props {
  settings: SettingsOutput;
  onClose: () => void;
}

/** Asks super admins for a higher limit; who may set limits sets it. */
export function LimitDialog({ settings, onClose }: Props) {
  const { t } = useTranslation(['keys', 'common']);
  const { provider, limitRequest, monthlyLimit, can } = settings;
  const asked = limitRequest ? limitRequest.monthlyLimit : can.setLimit ? monthlyLimit : undefined;
  const [value, setValue] = useState(asked === undefined ? { text: '', isNone: false } : optionalNumber(asked));
  const [note, setNote] = useState(limitRequest?.note ?? '');
  const { failure, fieldErrors, submit, isBusy } = useLimitEntry(settings, onClose);
  return (
    <Dialog
      title={t(can.setLimit ? 'limit.setOf' : 'limit.askOf', { name: provider.displayName })}
      onClose={onClose}
      locked={isBusy}
    >
      <Form onSubmit={submit(value, note)}>
        <Stack>
          <FormErrors failure={failure} />
          <OptionalNumberField
            label={t('limit.field')}
            description={monthlyLimit === null ? undefined : t('limit.now', { limit: monthlyLimit })}
            noneLabel={t('limit.none')}
            value={value}
            error={fieldErrors.monthlyLimit}
            onChange={setValue}
          />
          {!can.setLimit && <NoteField note={note} error={fieldErrors.note} onNote={setNote} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isBusy}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t(can.setLimit ? 'limit.save' : 'limit.send')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Dialog>
  );
}

interface NoteProps {
  note: string;
  error: string | undefined;
  onNote: (note: string) => void;
}

/** For who answers. */
function NoteField({ note, error, onNote }: NoteProps) {
  const { t } = useTranslation('keys');
  return (
    <Textarea
      label={t('limit.note')}
      description={t('limit.noteHint')}
      value={note}
      error={error}
      maxLength={500}
      autosize
      minRows={2}
      onChange={(event) => onNote(event.currentTarget.value)}
    />
  );
}
