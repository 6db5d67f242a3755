import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../components/Form.js';
import { NumberField } from '../../components/NumberField.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './ModelForm.module.css';
import type { ModelForm } from './model-values.js';
import { exampleCost, exampleTokens } from './price.js';

export function PriceFields({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  return (
    <FieldGroup legend={t('form.price')}>
      <div className={classes.pair}>
        {(['pricingInput', 'pricingOutput'] as const).map((field) => (
          <NumberField
            key={field}
            kind="decimal"
            label={t(`form.${field}`)}
            {...form.getInputProps(field)}
            value={form.values[field]}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" aria-live="polite">
        <Example form={form} />
      </Text>
    </FieldGroup>
  );
}

/** What a small request would cost, while the prices are being typed. */
function Example({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const cost = exampleCost(form.values);
  return cost === null ? t('form.priceHint') : t('form.example', { ...exampleTokens, cost: fmt.money(cost) });
}
