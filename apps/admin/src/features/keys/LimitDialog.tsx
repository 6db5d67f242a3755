import { limitRequestInput, limits, settingsSetLimitInput, type SettingsOutput } from '@ai-providers/contracts';
import { Stack, Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf, fieldSentences } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import { Dialog } from '../../components/Dialog.js';
import { DialogButtons } from '../../components/DialogButtons.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { limitInput, type LimitValues } from '../../components/limit-values.js';
import { NumberOrNone } from '../../components/NumberOrNone.js';
import { textOf } from '../../components/number-or-none.js';
import { UntilField } from '../../components/UntilField.js';
import { useLimitEntry } from './useLimitEntry.js';

interface Props {
  settings: SettingsOutput;
  onClose: () => void;
}

type Values = LimitValues & { note: string };
const schema = limitRequestInput
  .pick({ monthlyLimit: true, note: true })
  .extend({ until: settingsSetLimitInput.shape.until });
const toInput = ({ note, ...limit }: Values) => ({ ...limitInput(limit), note });

/** Asks super admins for a higher limit; who may set limits sets it. */
export function LimitDialog({ settings, onClose }: Props) {
  const { t } = useTranslation('keys');
  const { provider, monthlyLimit, usualLimit, can } = settings;
  const { error, send, isBusy } = useLimitEntry(settings, onClose);
  const form = useContractForm<Values>({ schema, initialValues: valuesOf(settings), toInput });
  const refused = fieldSentences(error);
  return (
    <Dialog
      title={t(can.setLimit ? 'limit.setOf' : 'limit.askOf', { name: provider.displayName })}
      onClose={onClose}
      locked={isBusy}
    >
      <Form onSubmit={form.onSubmit((values) => send(schema.parse(toInput(values))), focusFirst(form))}>
        <Stack>
          <FormErrors failure={error ? failureOf(error) : null} />
          <NumberOrNone
            data-autofocus
            label={t('limit.field')}
            description={monthlyLimit === null ? undefined : t('limit.now', { limit: monthlyLimit })}
            noneLabel={t('limit.none')}
            {...form.getInputProps('monthlyLimit')}
            error={form.errors.monthlyLimit ?? refused.monthlyLimit}
          />
          {can.setLimit && usualLimit !== null && (
            <UntilField value={form.values.until} standing={settings} error={refused.until} onChange={form.setValues} />
          )}
          {!can.setLimit && <Note {...form.getInputProps('note')} error={form.errors.note ?? refused.note} />}
          <DialogButtons submitLabel={t(can.setLimit ? 'limit.save' : 'limit.send')} busy={isBusy} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  );
}

/** For who answers. */
function Note(field: TextareaProps) {
  const { t } = useTranslation('keys');
  return (
    <Textarea
      label={t('limit.note')}
      description={t('limit.noteHint')}
      maxLength={limits.limitNote}
      autosize
      minRows={2}
      {...field}
    />
  );
}

/** What was asked for already stands there again; otherwise who asks starts with nothing, who sets with what is. */
function valuesOf({ limitRequest, monthlyLimit, raise, can }: SettingsOutput): Values {
  const now = can.setLimit ? textOf(monthlyLimit) : '';
  return {
    monthlyLimit: limitRequest ? textOf(limitRequest.monthlyLimit) : now,
    until: can.setLimit ? (raise?.until ?? null) : null,
    note: limitRequest?.note ?? '',
  };
}
