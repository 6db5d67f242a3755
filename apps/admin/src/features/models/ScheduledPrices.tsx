import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../components/NumberField.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './ModelForm.module.css';
import type { ModelForm } from './model-values.js';
import { newScheduledPrice } from './scheduled-prices.js';

/** Prices that come into force by themselves on a day. */
export function ScheduledPrices({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const { scheduled } = form.values;
  return (
    <>
      {scheduled.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('form.scheduledHint')}
        </Text>
      )}
      {scheduled.map((_, index) => (
        <Change key={index} form={form} index={index} />
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalendarPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('scheduled', newScheduledPrice())}
        >
          {t('form.addScheduled')}
        </Button>
      </div>
    </>
  );
}

function Change({ form, index }: { form: ModelForm; index: number }) {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const from = form.values.scheduled[index]?.from ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(from) ? fmt.date(`${from}T12:00:00`) : undefined;
  return (
    <div role="group" aria-label={t('form.scheduledAt', { place: index + 1 })} className={classes.change}>
      <TextInput
        type="date"
        label={t('form.scheduledFrom')}
        description={day}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        attributes={{ input: { dir: 'ltr' } }}
        {...form.getInputProps(`scheduled.${index}.from`)}
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
