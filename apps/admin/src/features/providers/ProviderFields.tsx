import { providerConfig, type ProviderOutput } from '@ai-providers/contracts';
import { Switch, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { configProblems } from '../../api/config-text.js';
import { AdvancedFields } from '../../components/AdvancedFields.js';
import { DisplayNameField } from '../../components/DisplayNameField.js';
import { FieldGroup } from '../../components/Form.js';
import { SecretField, type SecretHandle } from '../../components/SecretField.js';
import { AddressField } from './AddressField.js';
import classes from './ProviderForm.module.css';
import type { ProviderForm } from './provider-values.js';
import { movesOrigin } from './provider-address.js';
import { SlugField } from './SlugField.js';

interface Props {
  form: ProviderForm;
  secret: Ref<SecretHandle>;
  onSecretTouched: (touched: boolean) => void;
  /** Whether a key is typed or to be removed; it then need not be told that the stored one will go. */
  secretTouched?: boolean;
  /** Absent while the provider is new. */
  stored?: ProviderOutput;
}

const checkConfig = (text: string) => configProblems(providerConfig, text);

export function ProviderFields(props: Props) {
  const { t } = useTranslation('providers');
  const { form, stored } = props;
  return (
    <>
      <IdentityFields form={form} stored={stored} />
      <ConnectionFields {...props} />
      <AccessFields form={form} />
      <AdvancedFields
        form={form}
        activeHint={t('form.activeHint')}
        configHint={t('form.configHint')}
        checkConfig={checkConfig}
      />
    </>
  );
}

function IdentityFields({ form, stored }: Pick<Props, 'form' | 'stored'>) {
  const { t } = useTranslation('providers');
  return (
    <FieldGroup legend={t('form.identity')}>
      <TextInput
        label={t('form.name')}
        description={t('form.nameHint')}
        required
        autoComplete="off"
        autoFocus={!stored}
        {...form.getInputProps('name')}
      />
      <SlugField form={form} stored={stored?.slug} />
      <DisplayNameField form={form} isNew={!stored} />
      <TextInput
        label={t('form.website')}
        type="url"
        autoComplete="off"
        attributes={{ input: { dir: 'ltr' } }}
        {...form.getInputProps('website')}
      />
    </FieldGroup>
  );
}

function ConnectionFields({ form, stored, secret, secretTouched, onSecretTouched }: Props) {
  const { t } = useTranslation('providers');
  const willClear =
    stored?.sharedApiKey.set && !secretTouched && movesOrigin(stored.apiBaseUrl ?? '', form.values.apiBaseUrl);
  return (
    <FieldGroup legend={t('form.connection')}>
      <AddressField form={form} />
      {willClear && (
        <div role="status" className={classes.warning}>
          {t('form.keyWillClear')}
        </div>
      )}
      <SecretField
        ref={secret}
        label={t('form.sharedKey')}
        description={t('form.sharedKeyHint')}
        stored={stored?.sharedApiKey}
        error={form.errors.sharedApiKey}
        onTouched={onSecretTouched}
      />
    </FieldGroup>
  );
}

function AccessFields({ form }: Pick<Props, 'form'>) {
  const { t } = useTranslation('providers');
  return (
    <FieldGroup legend={t('form.access')}>
      <Switch
        label={t('form.allowPersonalKeys')}
        description={t('form.allowPersonalKeysHint')}
        {...form.getInputProps('allowPersonalKeys', { type: 'checkbox' })}
      />
      <Switch
        label={t('form.allowShared')}
        description={t('form.allowSharedHint')}
        {...form.getInputProps('allowSharedForNormalAdmins', { type: 'checkbox' })}
      />
    </FieldGroup>
  );
}
