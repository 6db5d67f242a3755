import { modelConfig, type ModelOutput, type ProviderOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { configProblems } from '../../api/config-text.js';
import { AdvancedFields } from '../../components/AdvancedFields.js';
import { CapabilityFields } from './CapabilityFields.js';
import { IdentityFields } from './IdentityFields.js';
import { LimitFields } from './LimitFields.js';
import type { ModelForm } from './model-values.js';
import { PriceFields } from './PriceFields.js';
import type { Rival } from './useSaveFailure.js';

interface Props {
  form: ModelForm;
  /** Absent while the model is new. */
  stored?: ModelOutput;
  /** The providers that a new model may belong to. */
  providers?: readonly ProviderOutput[];
  rival: Rival | null;
  /** The prices are what the form was opened for. */
  startAtPrice?: boolean;
}

const checkConfig = (text: string) => configProblems(modelConfig, text);

/** The same in the side panel and on the page for a new model. */
export function ModelFields({ form, stored, providers, rival, startAtPrice = false }: Props) {
  const { t } = useTranslation('models');
  return (
    <>
      <IdentityFields form={form} stored={stored} providers={providers} rival={rival} />
      <CapabilityFields form={form} />
      <LimitFields form={form} />
      <PriceFields form={form} startHere={startAtPrice} />
      <AdvancedFields
        form={form}
        activeHint={t('form.activeHint')}
        configHint={t('form.configHint')}
        checkConfig={checkConfig}
      />
    </>
  );
}
