import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';
import type { FormPart } from './form-part.js';
import { JsonField, type JsonProblem } from './JsonField.js';
import { NumberField } from './NumberField.js';

interface Props {
  form: FormPart<{ sortOrder: string; config: string }>;
  /** What it means that the record is inactive. */
  activeHint: string;
  configHint: string;
  checkConfig: (text: string) => JsonProblem[];
}

const hidden = /^(sortOrder|isActive|config)(\.|$)/;

/** Folded until wanted; a fault inside opens it. */
export function AdvancedFields({ form, activeHint, configHint, checkConfig }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const faults = Object.keys(form.errors).filter((path) => hidden.test(path));
  return (
    <details
      className={classes.folded}
      open={open || faults.length > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('form.advanced')}</summary>
      <div>
        <Switch
          label={t('form.active')}
          description={activeHint}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
        <NumberField
          kind="integer"
          label={t('form.sortOrder')}
          description={t('form.sortOrderHint')}
          {...form.getInputProps('sortOrder')}
          value={form.values.sortOrder}
        />
        <JsonField
          label={t('form.config')}
          description={configHint}
          {...form.getInputProps('config')}
          value={form.values.config}
          isRefused={faults.some((path) => path.startsWith('config'))}
          check={checkConfig}
        />
      </div>
    </details>
  );
}
