import type { AttentionItem } from '@ai-providers/contracts';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, fieldSentence, fieldSentences } from '../../api/error-message.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import type { IsoDate } from '../../components/iso-date.js';
import { numberOrNone, optionalNumber } from '../../components/optional-number.js';
import { OptionalNumberField } from '../../components/OptionalNumberField.js';
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

/** Asks for one limit, for good or until a day, beside what is used of it now. */
export function LimitForm({ title, item, initial, saveLabel, error, isBusy, onSave, onClose, other, children }: Props) {
  const { t } = useTranslation('dashboard');
  const standing = useStandingWords(item);
  const [value, setValue] = useState(optionalNumber(initial));
  const raised = item.kind === 'nearLimit' && item.raise ? item : null;
  const [until, setUntil] = useState<IsoDate | null>(raised?.raise?.until ?? null);
  /** Without an end a raise is over: the usual limit stands in the field again. */
  const changeUntil = (lastDay: IsoDate | null) => {
    setUntil(lastDay);
    if (lastDay === null && raised) setValue(optionalNumber(raised.usualLimit));
  };
  const [isMissing, setMissing] = useState(false);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    const monthlyLimit = numberOrNone(value);
    setMissing(monthlyLimit === undefined);
    if (monthlyLimit !== undefined) onSave({ monthlyLimit, ...(until !== null && { until }) });
  };
  return (
    <Dialog title={title} onClose={onClose} locked={isBusy}>
      <Form onSubmit={save}>
        <Stack>
          <FormErrors failure={error ? failureOf(error) : null} />
          {children}
          <Text size="sm">{standing}</Text>
          <OptionalNumberField
            label={t('limit.field')}
            noneLabel={t('limit.none')}
            value={value}
            error={isMissing ? fieldSentence({ reason: 'REQUIRED' }) : fieldSentences(error).monthlyLimit}
            onChange={setValue}
          />
          <UntilField value={until} error={fieldSentences(error).until} onChange={changeUntil} />
          <Buttons saveLabel={saveLabel} isBusy={isBusy} onClose={onClose} other={other} />
        </Stack>
      </Form>
    </Dialog>
  );
}

function Buttons({ saveLabel, isBusy, onClose, other }: Pick<Props, 'saveLabel' | 'isBusy' | 'onClose' | 'other'>) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end">
      {other}
      <Button variant="default" onClick={onClose} disabled={isBusy}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" loading={isBusy}>
        {saveLabel}
      </Button>
    </Group>
  );
}
