import type { ProviderOutput } from '@ai-providers/contracts';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DisplayNameField } from '../../../components/DisplayNameField.js';
import { FieldGroup } from '../../../components/Form.js';
import { SecretField } from '../../../components/SecretField.js';
import { Time } from '../../../components/Time.js';
import { AddressField } from '../AddressField.js';
import { movesOrigin } from '../provider-address.js';
import classes from '../ProviderForm.module.css';
import type { ProviderEdit } from '../useProviderEdit.js';
import { AdvancedConnection } from './AdvancedConnection.js';
import { ConfigLink } from './ConfigLink.js';
import { linksOf } from './config-links.js';
import { EditForm } from './EditForm.js';

/** How the provider is reached: its address, and the key that is sent there. */
export function ConnectionForm({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  return (
    <EditForm provider={provider} fields={['displayName', 'website', 'apiBaseUrl', 'config']}>
      {(edit) => (
        <FieldGroup legend={t('form.connection')}>
          <DisplayNameField form={edit.form} isNew={false} />
          <TextInput
            label={t('form.website')}
            type="url"
            autoComplete="off"
            attributes={{ input: { dir: 'ltr' } }}
            {...edit.form.getInputProps('website')}
          />
          <AddressField form={edit.form} />
          <KeyField edit={edit} />
          <AdvancedConnection form={edit.form} />
        </FieldGroup>
      )}
    </EditForm>
  );
}

function KeyField({ edit }: { edit: ProviderEdit }) {
  const { t } = useTranslation('providers');
  const { base, form, secret, secretTouched, setSecretTouched } = edit;
  const moves = base.sharedApiKey.set && movesOrigin(base.apiBaseUrl ?? '', form.values.apiBaseUrl);
  return (
    <>
      {moves && !secretTouched && (
        <div role="status" className={classes.warning}>
          {t('form.keyWillClear')}
        </div>
      )}
      <SecretField
        ref={secret}
        label={t('form.sharedKey')}
        description={t('form.sharedKeyHint')}
        stored={base.sharedApiKey}
        note={base.lastUsedAt && <Used at={base.lastUsedAt} />}
        isVoid={moves}
        error={form.errors.sharedApiKey}
        onTouched={setSecretTouched}
      />
      <WhereTheKeyIs config={base.config} />
    </>
  );
}

/** With whichever key: of the shared one alone it is not known. */
function Used({ at }: { at: string }) {
  const { t } = useTranslation('providers');
  return (
    <>
      {t('form.used')} <Time value={at} />
    </>
  );
}

function WhereTheKeyIs({ config }: Pick<ProviderOutput, 'config'>) {
  const { t } = useTranslation('provider');
  const [, keys] = linksOf({ config }).find(([name]) => name === 'keys') ?? [];
  return keys !== undefined && <ConfigLink href={keys}>{t('whereKey')}</ConfigLink>;
}
