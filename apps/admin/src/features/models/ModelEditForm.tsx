import type { ModelOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { OutdatedNotice } from '../../components/OutdatedNotice.js';
import { SaveBar } from '../../components/SaveBar.js';
import { toast } from '../../components/toast.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { ModelConflict } from './ModelConflict.js';
import { ModelFields } from './ModelFields.js';
import { useModelsAddress } from './models-address.js';
import { useModelEdit } from './useModelEdit.js';

interface Props {
  model: ModelOutput;
  startAtPrice: boolean;
}

export function ModelEditForm({ model, startAtPrice }: Props) {
  const { t } = useTranslation('models');
  const edit = useModelEdit(model, ({ displayName: name }) => toast.success(t('toast.saved', { name })));
  const { form, base, isDirty, isBusy, startAgain } = edit;
  return (
    <Form onSubmit={edit.submit}>
      <UnsavedGuard dirty={isDirty} param={useModelsAddress().param} />
      {edit.isOutdated && <OutdatedNotice onCompare={edit.compare} />}
      <FormErrors failure={edit.failure} />
      <ModelFields form={form} stored={base} rival={edit.rival} startAtPrice={startAtPrice} />
      <SaveBar dirty={isDirty} busy={isBusy} onDiscard={() => startAgain(base)} />
      {edit.hasConflict && <ModelConflict edit={edit} />}
    </Form>
  );
}
