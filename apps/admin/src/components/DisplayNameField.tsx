import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormPart } from './form-part.js';

interface Props {
  form: FormPart<{ name: string }>;
  /** A new record may leave it empty: it then is the name. */
  isNew: boolean;
}

export function DisplayNameField({ form, isNew }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('form.displayName')}
      description={t(isNew ? 'form.displayNameHint' : 'form.displayNameHintEdit')}
      required={!isNew}
      placeholder={isNew ? form.values.name : undefined}
      autoComplete="off"
      {...form.getInputProps('displayName')}
    />
  );
}
