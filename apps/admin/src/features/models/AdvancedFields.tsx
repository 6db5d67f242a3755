import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../components/NumberField.js';
import { ConfigField } from './ConfigField.js';
import classes from './ModelForm.module.css';
import type { ModelForm } from './model-values.js';

const hidden = /^(sortOrder|isActive|config)(\.|$)/;

/** Folded until wanted; a fault inside opens it. */
export function AdvancedFields({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const [open, setOpen] = useState(false);
  const hasFault = Object.keys(form.errors).some((path) => hidden.test(path));
  return (
    <details
      className={classes.advanced}
      open={open || hasFault}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('form.advanced')}</summary>
      <div>
        <Switch
          label={t('column.active')}
          description={t('form.activeHint')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
        <NumberField
          kind="integer"
          label={t('column.sortOrder')}
          description={t('form.sortOrderHint')}
          {...form.getInputProps('sortOrder')}
          value={form.values.sortOrder}
        />
        <ConfigField form={form} />
      </div>
    </details>
  );
}
