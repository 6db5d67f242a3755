import { settingsSetLimitInput, type SettingsOutput } from '@ai-providers/contracts';
import { NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, fieldSentences } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import { Dialog } from '../../components/Dialog.js';
import { DialogButtons } from '../../components/DialogButtons.js';
import { FormErrors } from '../../components/FormErrors.js';
import type { IsoDate } from '../../components/iso-date.js';
import { limitInput, type LimitValues } from '../../components/limit-values.js';
import { NumberOrNone } from '../../components/NumberOrNone.js';
import { textOf } from '../../components/number-or-none.js';
import { UntilField } from '../../components/UntilField.js';

export interface ChosenLimit {
  provider: string;
  monthlyLimit: number | null;
  until?: IsoDate;
}

type Standing = Pick<SettingsOutput, 'monthlyLimit' | 'usualLimit' | 'raise'>;

interface Props {
  title: string;
  children?: ReactNode;
  /** Where there are several, one is chosen here. */
  providers: ReadonlyArray<{ slug: string; displayName: string }>;
  /** How one admin stands with one provider now. A limit of many is for good. */
  standing?: Standing;
  busy?: boolean;
  /** What came of the last try to save. */
  error?: unknown;
  onSave: (chosen: ChosenLimit) => void;
  onClose: () => void;
}

const schema = settingsSetLimitInput.pick({ provider: true, monthlyLimit: true, until: true });
type Values = LimitValues & { provider: string };
const toInput = ({ provider, ...limit }: Values) => ({ provider, ...limitInput(limit) });

/** A monthly limit: so many requests, none allowed, or no limit at all; for good or until a day. */
export function LimitDialog(props: Props) {
  const { title, children, providers, standing, busy = false, error, onSave, onClose } = props;
  const { t } = useTranslation('admins');
  const form = useContractForm<Values>({ schema, initialValues: valuesOf(providers, standing), toInput });
  const refused = fieldSentences(error);
  const save = (values: Values) => onSave(schema.parse(toInput(values)));
  return (
    <Dialog title={title} onClose={onClose} locked={busy}>
      <form noValidate onSubmit={form.onSubmit(save, focusFirst(form))}>
        <Stack>
          <FormErrors failure={error ? failureOf(error) : null} />
          {children && <Text size="sm">{children}</Text>}
          {providers.length > 1 && (
            <NativeSelect
              label={t('limit.provider')}
              data={providers.map(({ slug, displayName }) => ({ value: slug, label: displayName }))}
              {...form.getInputProps('provider')}
            />
          )}
          <NumberOrNone
            data-autofocus
            label={t('limit.label')}
            description={t('limit.hint')}
            noneLabel={t('limit.none')}
            {...form.getInputProps('monthlyLimit')}
            error={form.errors.monthlyLimit ?? refused.monthlyLimit}
          />
          {typeof standing?.usualLimit === 'number' && (
            <UntilField value={form.values.until} standing={standing} error={refused.until} onChange={form.setValues} />
          )}
          <DialogButtons submitLabel={t('limit.save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

function valuesOf(providers: Props['providers'], standing: Standing | undefined): Values {
  return {
    provider: providers[0]?.slug ?? '',
    monthlyLimit: standing ? textOf(standing.monthlyLimit) : '',
    until: standing?.raise?.until ?? null,
  };
}
