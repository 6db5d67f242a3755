import { systemSettings, type SystemSettings } from '@ai-providers/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorDataOf } from '../../api/error-message.js';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { reloading } from '../../api/reloading.js';
import { ConflictDialog } from '../../components/ConflictDialog.js';
import { FieldGroup, Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { numberOrNone, textOf, type NumberText } from '../../components/number-or-none.js';
import { NumberOrNone } from '../../components/NumberOrNone.js';
import { SaveBar } from '../../components/SaveBar.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { useSystemSettings, useUpdateSystem } from './useSystem.js';

/** What holds for the whole installation until somebody chooses otherwise for one admin. */
export function SystemDefaults({ settings }: { settings: SystemSettings }) {
  const { t } = useTranslation('settings');
  const { form, isDirty, submit, discard, failure, update, conflict } = useDefaultsForm(settings);
  return (
    <Form onSubmit={submit}>
      <UnsavedGuard dirty={isDirty} />
      <FormErrors failure={failure} />
      <FieldGroup legend={t('defaults.title')}>
        <NumberOrNone
          label={t('defaults.limit')}
          description={t('defaults.hint')}
          noneLabel={t('defaults.noLimit')}
          {...form.getInputProps('defaultMonthlyLimit')}
        />
      </FieldGroup>
      <SaveBar dirty={isDirty} saved={update.isSuccess} busy={update.isPending} onDiscard={discard} />
      {conflict && <Conflict {...conflict} />}
    </Form>
  );
}

interface ConflictProps {
  onLatest: (latest: SystemSettings) => void;
  onStay: () => void;
}

function Conflict({ onLatest, onStay }: ConflictProps) {
  const { t } = useTranslation('settings');
  return (
    <ConflictDialog title={t('defaults.conflict')} onStay={onStay} {...reloading(useSystemSettings(), onLatest)} />
  );
}

type Values = { defaultMonthlyLimit: NumberText };
const valuesOf = (settings: SystemSettings): Values => ({ defaultMonthlyLimit: textOf(settings.defaultMonthlyLimit) });
const toInput = (values: Values) => ({ defaultMonthlyLimit: numberOrNone(values.defaultMonthlyLimit) });

function useDefaultsForm(settings: SystemSettings) {
  const [base, setBase] = useState(settings);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [hasConflict, setConflict] = useState(false);
  const update = useUpdateSystem();
  const form = useContractForm<Values>({ schema: systemSettings, initialValues: valuesOf(settings), toInput });
  const start = (from: SystemSettings) => {
    setBase(from);
    form.setValues(valuesOf(from));
    form.clearErrors();
    setFailure(null);
    setConflict(false);
  };
  const save = async (values: Values) => {
    setFailure(null);
    try {
      start(await update.mutateAsync({ ...toInput(values), expected: base }));
    } catch (error) {
      if (errorDataOf(error)?.reason === 'EDIT_CONFLICT') setConflict(true);
      else setFailure(showFailure(form, error));
    }
  };
  const isDirty = toInput(form.values).defaultMonthlyLimit !== base.defaultMonthlyLimit;
  return {
    form,
    isDirty,
    submit: form.onSubmit(save, focusFirst(form)),
    discard: () => start(base),
    failure,
    update,
    conflict: hasConflict ? { onLatest: start, onStay: () => setConflict(false) } : null,
  };
}
