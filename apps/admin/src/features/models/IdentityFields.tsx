import type { ModelOutput, ProviderOutput } from '@ai-providers/contracts';
import { Input, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DisplayNameField } from '../../components/DisplayNameField.js';
import { FieldGroup } from '../../components/Form.js';
import { TextLink } from '../../components/links.js';
import type { ModelForm } from './model-values.js';
import type { Rival } from './useSaveFailure.js';
import { useRival } from './useModels.js';

interface Props {
  form: ModelForm;
  stored: ModelOutput | undefined;
  providers: readonly ProviderOutput[] | undefined;
  /** Whom the last save was refused for. */
  rival: Rival | null;
}

export function IdentityFields({ form, stored, providers = [], rival }: Props) {
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
        error={form.errors.modelId && <ModelIdProblem sentence={form.errors.modelId} rival={rival} form={form} />}
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

interface ProblemProps {
  sentence: ReactNode;
  rival: Rival | null;
  form: ModelForm;
}

/** What is wrong with the id, and the way to the model that has it. */
function ModelIdProblem({ sentence, rival, form: { values } }: ProblemProps) {
  if (rival?.modelId !== values.modelId.trim()) return sentence;
  return (
    <>
      {sentence} <RivalLink {...rival} />
    </>
  );
}

function RivalLink({ provider, modelId }: Rival) {
  const { t } = useTranslation('models');
  const rival = useRival(provider, modelId);
  if (!rival) return null;
  return (
    <TextLink to="/models" search={{ model: rival.publicId }}>
      {t('form.openRival')} <bdi>{rival.displayName}</bdi>
    </TextLink>
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
