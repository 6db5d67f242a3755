import { limitGrantInput, type AttentionItem } from '@ai-providers/contracts';
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, fieldSentences } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import { Dialog } from '../../components/Dialog.js';
import { DialogButtons } from '../../components/DialogButtons.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import type { IsoDate } from '../../components/iso-date.js';
import { limitInput, type LimitValues } from '../../components/limit-values.js';
import { NumberOrNone } from '../../components/NumberOrNone.js';
import { textOf } from '../../components/number-or-none.js';
import { UntilField } from '../../components/UntilField.js';
import { useStandingWords } from './useAttentionWords.js';

/** What is asked for, as the procedures take it. */
export interface NewLimit {
  monthlyLimit: number | null;
  until?: IsoDate;
}

interface Props {
  title: string;
  item: Extract<AttentionItem, { admin: unknown }>;
  initial: number | null;
  saveLabel: string;
  error: unknown;
  isBusy: boolean;
  onSave: (limit: NewLimit) => void;
  onClose: () => void;
  /** Another way out than saving. */
  other?: ReactNode;
  children?: ReactNode;
}

const schema = limitGrantInput.pick({ monthlyLimit: true, until: true });
const notRaised = { usualLimit: null, raise: null };

/** Asks for one limit, for good or until a day, beside what is used of it now. */
export function LimitForm({ title, item, initial, saveLabel, error, isBusy, onSave, onClose, other, children }: Props) {
  const { t } = useTranslation('dashboard');
  const words = useStandingWords(item);
  const standing = item.kind === 'nearLimit' ? item : notRaised;
  const initialValues = { monthlyLimit: textOf(initial), until: standing.raise?.until ?? null };
  const form = useContractForm<LimitValues>({ schema, initialValues, toInput: limitInput });
  const refused = fieldSentences(error);
  const save = (values: LimitValues) => onSave(schema.parse(limitInput(values)));
  return (
    <Dialog title={title} onClose={onClose} locked={isBusy}>
      <Form onSubmit={form.onSubmit(save, focusFirst(form))}>
        <Stack>
          <FormErrors failure={error ? failureOf(error) : null} />
          {children}
          <Text size="sm">{words}</Text>
          <NumberOrNone
            data-autofocus
            label={t('limit.field')}
            noneLabel={t('limit.none')}
            {...form.getInputProps('monthlyLimit')}
            error={form.errors.monthlyLimit ?? refused.monthlyLimit}
          />
          <UntilField value={form.values.until} standing={standing} error={refused.until} onChange={form.setValues} />
          <DialogButtons submitLabel={saveLabel} busy={isBusy} onCancel={onClose}>
            {other}
          </DialogButtons>
        </Stack>
      </Form>
    </Dialog>
  );
}
