import { TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addressWarning } from './provider-address.js';
import classes from './ProviderForm.module.css';
import type { ProviderForm } from './provider-values.js';

/** The base URL, with a word on the commonest slips. They do not stop a save. */
export function AddressField({ form, example }: { form: ProviderForm; example?: string }) {
  const { t } = useTranslation('providers');
  const warning = addressWarning(form.values.apiBaseUrl);
  return (
    <TextInput
      label={t('form.apiBaseUrl')}
      description={
        <>
          {t('form.apiBaseUrlHint')}
          {warning && (
            <span role="status" className={classes.slip}>
              <IconAlertTriangle size={14} aria-hidden /> {t(`form.address.${warning}`)}
            </span>
          )}
        </>
      }
      type="url"
      placeholder={example}
      autoComplete="off"
      spellCheck={false}
      attributes={{ input: { dir: 'ltr' } }}
      {...form.getInputProps('apiBaseUrl')}
    />
  );
}
