import { NativeSelect, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../components/Form.js';
import { NumberField } from '../../components/NumberField.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './ModelForm.module.css';
import type { ModelForm } from './model-values.js';
import { exampleCost, exampleTokens, perMillion, pricePer, priceUnits, type PriceUnit } from './price.js';
import { inUnit } from './scheduled-prices.js';
import { ScheduledPrices } from './ScheduledPrices.js';

interface Props {
  form: ModelForm;
  /** The first price takes the focus. */
  startHere: boolean;
}

export function PriceFields({ form, startHere }: Props) {
  const { t } = useTranslation('models');
  useEffect(() => {
    if (startHere) form.getInputNode('pricingInput')?.focus();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the form appears
  }, []);
  return (
    <FieldGroup legend={t('form.price')}>
      <UnitSelect form={form} />
      <div className={classes.pair}>
        {(['pricingInput', 'pricingOutput'] as const).map((field) => (
          <NumberField
            key={field}
            kind="decimal"
            label={t(`form.${field}`)}
            data-autofocus={(startHere && field === 'pricingInput') || undefined}
            {...form.getInputProps(field)}
            value={form.values[field]}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" aria-live="polite">
        <Example form={form} />
      </Text>
      <ScheduledPrices form={form} />
    </FieldGroup>
  );
}

/** Another unit tells the same prices, to their last digit. */
function UnitSelect({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const { priceUnit, pricingInput, pricingOutput, scheduled } = form.values;
  const change = (unit: PriceUnit) => {
    const convert = (price: string) => pricePer(unit, perMillion(priceUnit, price));
    form.setValues({
      priceUnit: unit,
      pricingInput: convert(pricingInput),
      pricingOutput: convert(pricingOutput),
      scheduled: inUnit(scheduled, priceUnit, unit),
    });
  };
  return (
    <NativeSelect
      label={t('form.priceUnit')}
      value={priceUnit}
      onChange={({ currentTarget: { value } }) => change(priceUnits.find((each) => each === value) ?? priceUnit)}
      data={priceUnits.map((value) => ({ value, label: t(`form.units.${value}`) }))}
    />
  );
}

/** What a small request would cost, while the prices are being typed. */
function Example({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const { priceUnit, pricingInput, pricingOutput } = form.values;
  const cost = exampleCost({
    pricingInput: perMillion(priceUnit, pricingInput),
    pricingOutput: perMillion(priceUnit, pricingOutput),
  });
  return cost === null ? t('form.priceHint') : t('form.example', { ...exampleTokens, cost: fmt.money(cost) });
}
