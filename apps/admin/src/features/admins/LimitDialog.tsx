import { settingsSetLimitInput } from '@ai-providers/contracts';
import { NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import { Dialog } from '../../components/Dialog.js';
import type { Failure } from '../../components/ErrorState.js';
import { DialogButtons } from '../../components/DialogButtons.js';
import { FormErrors } from '../../components/FormErrors.js';
import { numberOrNone, textOf, type NumberText } from '../../components/number-or-none.js';
import { NumberOrNone } from '../../components/NumberOrNone.js';

export interface ChosenLimit {
  provider: string;
  monthlyLimit: number | null;
}

interface Props {
  title: string;
  children?: ReactNode;
  /** Where there are several, one is chosen here. */
  providers: ReadonlyArray<{ slug: string; displayName: string }>;
  limit?: number | null;
  busy?: boolean;
  failure?: Failure | null;
  onSave: (chosen: ChosenLimit) => void;
  onClose: () => void;
}

const schema = settingsSetLimitInput.pick({ provider: true, monthlyLimit: true });
type Values = { provider: string; monthlyLimit: NumberText };
const toInput = ({ provider, monthlyLimit }: Values) => ({ provider, monthlyLimit: numberOrNone(monthlyLimit) });

/** A monthly limit: so many requests, none allowed, or no limit at all. */
export function LimitDialog(props: Props) {
  const { title, children, providers, busy = false, failure = null, onSave, onClose } = props;
  const { t } = useTranslation('admins');
  const limit = props.limit === undefined ? '' : textOf(props.limit);
  const form = useContractForm<Values>({
    schema,
    initialValues: { provider: providers[0]?.slug ?? '', monthlyLimit: limit },
    toInput,
  });
  const save = (values: Values) => onSave(schema.parse(toInput(values)));
  return (
    <Dialog title={title} onClose={onClose} locked={busy}>
      <form noValidate onSubmit={form.onSubmit(save, focusFirst(form))}>
        <Stack>
          <FormErrors failure={failure} />
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
          />
          <DialogButtons submitLabel={t('limit.save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
