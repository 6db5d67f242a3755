import { providerCreateInput, type CatalogueEntry } from '@ai-providers/contracts';
import { useRef, useState } from 'react';
import { useContractForm } from '../../../api/form.js';
import { focusFirst } from '../../../api/form-failure.js';
import { Form } from '../../../components/Form.js';
import { FormErrors } from '../../../components/FormErrors.js';
import type { SecretHandle } from '../../../components/SecretField.js';
import { UnsavedGuard } from '../../../components/UnsavedGuard.js';
import { toCreateInput, type ProviderForm, type ProviderValues } from '../provider-values.js';
import classes from './Add.module.css';
import { ConnectStep } from './ConnectStep.js';
import { servedModels, stepOf } from './values.js';
import { ModelsStep } from './ModelsStep.js';
import type { Step } from './Steps.js';
import { useAddProvider } from './useAddProvider.js';
import { useAddSearch } from './useAddSearch.js';

interface Props {
  /** Absent for a provider that is not known, and for a copy. */
  entry?: CatalogueEntry;
  initialValues: ProviderValues;
  step: Step;
}

/** What is being entered about one new provider. Steps that are not looked at are hidden, so that what was typed stays. */
export function Draft({ entry, initialValues, step }: Props) {
  const { search, go } = useAddSearch();
  const form = useContractForm({ schema: providerCreateInput, initialValues, toInput: toCreateInput });
  const secret = useRef<SecretHandle>(null);
  const [hasSecret, setHasSecret] = useState(false);
  const [chosen, setChosen] = useState(() => new Set(servedModels(entry?.models ?? []).map(({ modelId }) => modelId)));
  const goTo = (next: 'connect' | 'models') => go({ ...search, step: next });
  const add = useAddProvider({ form, secret, onFault: goTo });
  const models = (entry?.models ?? []).filter(({ modelId }) => chosen.has(modelId));
  const submit = () => (step === 'models' ? void add.finish(models) : goTo('models'));
  return (
    <>
      <UnsavedGuard dirty={hasSecret || form.isDirty()} />
      <Form
        hidden={step === 'choose'}
        onSubmit={(event) => form.onSubmit(submit, (errors) => leadTo(form, errors, goTo))(event)}
      >
        <FormErrors failure={add.failure} />
        {/* Always there: the field alone holds what was typed as the key. */}
        <div hidden={step !== 'connect'} className={classes.step}>
          <ConnectStep form={form} entry={entry} secret={secret} onSecretTouched={setHasSecret} />
        </div>
        {step === 'models' && (
          <ModelsStep
            form={form}
            models={entry?.models ?? []}
            chosen={chosen}
            onChoose={setChosen}
            busy={add.isBusy}
            onBack={() => goTo('connect')}
          />
        )}
      </Form>
    </>
  );
}

/** A field that was refused before anything was sent: shown on its step, and focused there. */
function leadTo(form: ProviderForm, errors: Record<string, unknown>, goTo: (step: 'connect' | 'models') => void) {
  goTo(stepOf(Object.keys(errors)));
  focusFirst(form)(errors);
}
