import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '../../components/DatePicker.js';
import { NumberField } from '../../components/NumberField.js';
import classes from './ModelForm.module.css';
import type { ModelForm } from './model-values.js';

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** One change of prices to come, and its day. */
export function ScheduledChange({ form, index }: { form: ModelForm; index: number }) {
  const { t } = useTranslation('models');
  const from = form.values.scheduled[index]?.from ?? '';
  return (
    <div role="group" aria-label={t('form.scheduledAt', { place: index + 1 })} className={classes.change}>
      <DatePicker
        label={t('form.scheduledFrom')}
        value={isDay(from) ? from : null}
        onChange={(day) => form.setFieldValue(`scheduled.${index}.from`, day)}
        error={form.errors[`scheduled.${index}.from`]}
      />
      {(['input', 'output'] as const).map((side) => (
        <NumberField
          key={side}
          kind="decimal"
          label={t(side === 'input' ? 'form.pricingInput' : 'form.pricingOutput')}
          {...form.getInputProps(`scheduled.${index}.${side}`)}
          value={form.values.scheduled[index]?.[side] ?? ''}
        />
      ))}
      <ActionIcon
        variant="default"
        size="input-sm"
        className={classes.remove}
        aria-label={t('form.removeScheduled', { place: index + 1 })}
        onClick={() => form.removeListItem('scheduled', index)}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
