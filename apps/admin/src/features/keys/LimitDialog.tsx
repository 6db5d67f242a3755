import type { SettingsOutput } from '@ai-providers/contracts';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import type { IsoDate } from '../../components/iso-date.js';
import { optionalNumber } from '../../components/optional-number.js';
import { OptionalNumberField } from '../../components/OptionalNumberField.js';
import { UntilField } from '../../components/UntilField.js';
import { useLimitEntry } from './useLimitEntry.js';

interface Props {
  settings: SettingsOutput;
  onClose: () => void;
}

/** Asks super admins for a higher limit; who may set limits sets it. */
export function LimitDialog({ settings, onClose }: Props) {
  const { t } = useTranslation(['keys', 'common']);
  const { provider, monthlyLimit, usualLimit, can } = settings;
  const { value, setValue, until, chooseEnd, note, setNote } = useFields(settings);
  const { failure, fieldErrors, submit, isBusy } = useLimitEntry(settings, onClose);
  return (
    <Dialog
      title={t(can.setLimit ? 'limit.setOf' : 'limit.askOf', { name: provider.displayName })}
      onClose={onClose}
      locked={isBusy}
    >
      <Form onSubmit={submit(value, { note, until })}>
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
          {can.setLimit && usualLimit !== null && (
            <UntilField value={until} error={fieldErrors.until} onChange={chooseEnd} />
          )}
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

function useFields({ limitRequest, monthlyLimit, usualLimit, raise, can }: SettingsOutput) {
  const asked = limitRequest ? limitRequest.monthlyLimit : can.setLimit ? monthlyLimit : undefined;
  const [value, setValue] = useState(asked === undefined ? { text: '', isNone: false } : optionalNumber(asked));
  const [until, setUntil] = useState(raise && can.setLimit ? raise.until : null);
  const [note, setNote] = useState(limitRequest?.note ?? '');
  /** Without an end a raise is over: the usual limit stands in the field again. */
  const chooseEnd = (lastDay: IsoDate | null) => {
    setUntil(lastDay);
    if (lastDay === null && raise) setValue(optionalNumber(usualLimit));
  };
  return { value, setValue, until, chooseEnd, note, setNote };
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
