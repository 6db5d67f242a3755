import type { CatalogueEntry } from '@ai-providers/contracts';
import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { DisplayNameField } from '../../../components/DisplayNameField.js';
import formClasses from '../../../components/Form.module.css';
import { ButtonLink } from '../../../components/links.js';
import { SecretField, type SecretHandle } from '../../../components/SecretField.js';
import { AddressField } from '../AddressField.js';
import type { ProviderForm } from '../provider-values.js';
import { SlugField } from '../SlugField.js';

interface Props {
  form: ProviderForm;
  entry?: CatalogueEntry;
  secret: Ref<SecretHandle>;
  onSecretTouched: (touched: boolean) => void;
}

/** What the provider is called, and its key. What is known of it is folded away. */
export function ConnectStep({ form, entry, secret, onSecretTouched }: Props) {
  const { t } = useTranslation(['catalogue', 'providers', 'common']);
  const asksAddress = !entry || entry.needs.address;
  return (
    <>
      <TextInput
        label={t('providers:form.name')}
        description={t('providers:form.nameHint')}
        required
        autoComplete="off"
        autoFocus
        {...form.getInputProps('name')}
      />
      <SlugField form={form} />
      {asksAddress && <AddressField form={form} example={entry?.addressExample ?? undefined} />}
      {entry?.needs.key !== false && (
        <SecretField
          ref={secret}
          label={t('providers:form.sharedKey')}
          description={t('providers:form.sharedKeyHint')}
          error={form.errors.sharedApiKey}
          onTouched={onSecretTouched}
        />
      )}
      {entry?.keysUrl && (
        <Anchor href={entry.keysUrl} target="_blank" rel="noopener noreferrer" size="sm">
          {t('connect.whereKey')}
        </Anchor>
      )}
      <Advanced form={form} withAddress={!asksAddress} />
      <Group>
        <Button type="submit">{t('connect.next')}</Button>
        <ButtonLink to="/providers" variant="default">
          {t('common:action.cancel')}
        </ButtonLink>
      </Group>
    </>
  );
}

const folded = ['apiBaseUrl', 'displayName', 'website'];

/** Folded until wanted; a fault inside opens it. */
function Advanced({ form, withAddress }: { form: ProviderForm; withAddress: boolean }) {
  const { t } = useTranslation(['providers', 'common']);
  const [open, setOpen] = useState(false);
  const hasFault = folded.some((field) => field in form.errors);
  return (
    <details
      className={formClasses.folded}
      open={open || hasFault}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('common:form.advanced')}</summary>
      <div>
        {withAddress && <AddressField form={form} />}
        <DisplayNameField form={form} isNew />
        <TextInput
          label={t('form.website')}
          type="url"
          autoComplete="off"
          attributes={{ input: { dir: 'ltr' } }}
          {...form.getInputProps('website')}
        />
      </div>
    </details>
  );
}
