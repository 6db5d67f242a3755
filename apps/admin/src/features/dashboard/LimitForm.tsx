import type { AttentionItem } from '@ai-providers/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, fieldSentence, fieldSentences } from '../../api/error-message.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { numberOrNone, optionalNumber } from '../../components/optional-number.js';
import { OptionalNumberField } from '../../components/OptionalNumberField.js';
import { useUsedWords } from './useAttentionWords.js';

interface Props {
  title: string;
  item: Extract<AttentionItem, { admin: unknown }>;
  initial: number | null;
  saveLabel: string;
  error: unknown;
  isBusy: boolean;
  onSave: (limit: number | null) => void;
  onClose: () => void;
  /** Another way out than saving. */
  other?: ReactNode;
  children?: ReactNode;
}

/** Asks for one limit, beside what is used of it now. */
export function LimitForm({ title, item, initial, saveLabel, error, isBusy, onSave, onClose, other, children }: Props) {
  const { t } = useTranslation(['dashboard', 'common']);
  const used = useUsedWords(item);
  const [value, setValue] = useState(optionalNumber(initial));
  const [isMissing, setMissing] = useState(false);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const limit = numberOrNone(value);
    setMissing(limit === undefined);
    if (limit !== undefined) onSave(limit);
  };
  return (
    <Dialog title={title} onClose={onClose} locked={isBusy}>
      <Form onSubmit={save}>
        <Stack>
          <FormErrors failure={error ? failureOf(error) : null} />
          {children}
          <Text size="sm">{used}</Text>
          <OptionalNumberField
            label={t('limit.field')}
            noneLabel={t('limit.none')}
            value={value}
            error={isMissing ? fieldSentence({ reason: 'REQUIRED' }) : fieldSentences(error).monthlyLimit}
            onChange={setValue}
          />
          <Group justify="flex-end">
            {other}
            <Button variant="default" onClick={onClose} disabled={isBusy}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {saveLabel}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Dialog>
  );
}
