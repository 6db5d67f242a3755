import type { ModelOutput, ProviderOutput } from '@ai-providers/contracts';
import { AdvancedFields } from './AdvancedFields.js';
import { CapabilityFields } from './CapabilityFields.js';
import { IdentityFields } from './IdentityFields.js';
import { LimitFields } from './LimitFields.js';
import type { ModelForm } from './model-values.js';
import { PriceFields } from './PriceFields.js';

interface Props {
  form: ModelForm;
  /** Absent while the model is new. */
  stored?: ModelOutput;
  /** The providers that a new model may belong to. */
  providers?: readonly ProviderOutput[];
}

/** The same in the side panel and on the page for a new model. */
export function ModelFields({ form, stored, providers }: Props) {
  return (
    <>
      <IdentityFields form={form} stored={stored} providers={providers} />
      <CapabilityFields form={form} />
      <LimitFields form={form} />
      <PriceFields form={form} />
      <AdvancedFields form={form} />
    </>
  );
}
