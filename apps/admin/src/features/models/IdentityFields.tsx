import type { ModelOutput, ProviderOutput } from '@ai-providers/contracts';
import { Input, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DisplayNameField } from '../../components/DisplayNameField.js';
import { FieldGroup } from '../../components/Form.js';
import { TextLink } from '../../components/links.js';
import type { ModelForm } from './model-values.js';

interface Props {
  form: ModelForm;
  stored: ModelOutput | undefined;
  providers: readonly ProviderOutput[] | undefined;
}

export function IdentityFields({ form, stored, providers = [] }: Props) {
  const { t } = useTranslation('models');
  return (
    <FieldGroup legend={t('form.identity')}>
      {stored ? <ItsProvider model={stored} /> : <ProviderSelect form={form} providers={providers} />}
      <TextInput
        label={t('column.modelId')}
        description={t('form.modelIdHint')}
        required
        autoComplete="off"
        spellCheck={false}
        attributes={{ input: { dir: 'ltr' } }}
        {...form.getInputProps('modelId')}
      />
      <TextInput
        label={t('column.name')}
        description={t('form.nameHint')}
        required
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <DisplayNameField form={form} isNew={!stored} />
    </FieldGroup>
  );
}

/** A model stays with its provider. */
function ItsProvider({ model: { provider } }: { model: ModelOutput }) {
  const { t } = useTranslation('models');
  return (
    <Input.Wrapper label={t('column.provider')} labelElement="div">
      <div>
        <TextLink to="/providers/$slug" params={{ slug: provider.slug }}>
          <bdi>{provider.displayName}</bdi>
        </TextLink>
      </div>
    </Input.Wrapper>
  );
}

function ProviderSelect({ form, providers }: { form: ModelForm; providers: readonly ProviderOutput[] }) {
  const { t } = useTranslation('models');
  return (
    <NativeSelect
      label={t('column.provider')}
      required
      data={[
        { value: '', label: t('form.chooseProvider') },
        ...providers.map(({ slug, displayName }) => ({ value: slug, label: displayName })),
      ]}
      {...form.getInputProps('provider')}
    />
  );
}
