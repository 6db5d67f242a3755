import { Alert, NativeSelect } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '../../components/DatePicker.js';
import { FieldGroup } from '../../components/Form.js';
import { isoDateOf } from '../../components/iso-date.js';
import { useMinute } from '../../components/minute.js';
import { useFmt } from '../../i18n/fmt.js';
import { endOf, lifetimes } from './token-values.js';
import type { TokenForm } from './useTokenCreate.js';

export function ExpiryFields({ form }: { form: TokenForm }) {
  const { t } = useTranslation('tokens');
  const fmt = useFmt();
  const now = new Date(useMinute());
  const { expiresAt, lastDay } = form.values;
  const end = endOf(form.values, now);
  return (
    <FieldGroup legend={t('form.expiry')}>
      <NativeSelect
        label={t('form.expiresAt')}
        description={end !== null && t('form.ends', { date: fmt.date(end) })}
        data={lifetimes.map((value) => ({
          value,
          label:
            value === 'date' || value === 'never' ? t(`expiry.${value}`) : t('expiry.days', { count: Number(value) }),
        }))}
        {...form.getInputProps('expiresAt')}
      />
      {expiresAt === 'date' && (
        <DatePicker
          label={t('form.lastDay')}
          value={lastDay}
          onChange={(day) => form.setFieldValue('lastDay', day)}
          min={isoDateOf(now)}
        />
      )}
      {expiresAt === 'never' && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t('form.neverWarning')}
        </Alert>
      )}
    </FieldGroup>
  );
}
